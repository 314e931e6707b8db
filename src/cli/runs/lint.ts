// Room: cli. `coach decks lint`.
import { writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { findMarkdown, type Root, rootsOf } from "../../content/find.ts";
import { type Reading, readLock } from "../../content/library.ts";
import { lintLibrary } from "../../content/lint.ts";
import { lockText, questionsBelow } from "../../content/lock.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Problem } from "../../domain/problem.ts";
import { whileShowing } from "../../terminal/progress.ts";
import { problemsView } from "../../terminal/views/problems.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { nameFile } from "../names.ts";

interface LintRequest {
  readonly path: string | undefined;
  readonly lock: boolean;
}

/** Lints the shipped library, or what lies at a path beside it; resolves with 3 when there is a complaint. */
export async function lintDecks(app: App, request: LintRequest): Promise<number> {
  const scope = scopeOf(app, request.path);
  const reading = await readShowing(app, scope.read);
  if (request.lock) writeLocks(app, scope.own, reading);
  const problems = problemsIn(app, scope, reading);
  await app.show({
    text: (theme) => problemsView(problems, theme),
    json: () => ({
      ok: problems.length === 0,
      problems: problems.map(({ place, rule, severity, message, advice }) => ({ ...place, rule, severity, message, advice })),
    }),
  });
  return problems.length === 0 ? statuses.done : statuses.input;
}

/** What is read, whose ids are held against ids.lock, and where complaints are told of. */
interface Scope {
  readonly read: readonly Root[];
  readonly own: readonly Root[];
  /** Files and folders, as messages name them. */
  readonly starts: readonly string[];
}

function scopeOf(app: App, path: string | undefined): Scope {
  const shipped = rootsOf(app.world.packageFolder);
  const name = (absolute: string): string => nameFile(app.world, absolute);
  const startsOf = (roots: readonly Root[]): readonly string[] => roots.map((root) => name(root.only ?? root.folder));
  if (path === undefined) return { read: shipped, own: shipped, starts: startsOf(shipped) };
  const wanted = rootsOf(resolve(app.world.cwd, path));
  // A part of the library is a part of the whole: read alone it would lack its loop, and its ids their lock.
  if (wanted.every((part) => shipped.some((root) => (part.only ?? part.folder).startsWith(`${root.folder}${sep}`))))
    return { read: shipped, own: shipped, starts: startsOf(wanted) };
  const others = shipped.filter((root) => !wanted.some((own) => own.folder === root.folder));
  return { read: [...others, ...wanted], own: wanted, starts: startsOf(wanted) };
}

/** From about this many files on, reading takes more than half a second. */
const manyFiles = 500;

function readShowing(app: App, roots: readonly Root[]): Promise<Reading> {
  const count = roots.reduce((sum, root) => sum + findMarkdown(root).found.length, 0);
  const isShown = count >= manyFiles && app.world.err.isTTY && !app.options.quiet;
  return whileShowing(`Reading ${count} files`, () => app.reading(roots), { stream: app.world.stderr, isShown });
}

/** The complaints about the wanted files; what they link to may lie in the shipped library. */
function problemsIn(app: App, { own, starts }: Scope, reading: Reading): readonly Problem[] {
  const locks = own.flatMap((root) => {
    const ids = readLock(root);
    return ids === undefined ? [] : [{ file: nameFile(app.world, join(root.folder, "ids.lock")), folder: nameFile(app.world, root.folder), ids }];
  });
  const all = lintLibrary({ library: reading.library, files: reading.files, locks });
  return all.filter((problem) => starts.some((start) => start === "" || problem.place.file === start || problem.place.file.startsWith(`${start}/`)));
}

function writeLocks(app: App, wanted: readonly Root[], reading: Reading): void {
  for (const root of wanted) {
    if (root.only !== undefined) continue;
    const questions = questionsBelow(nameFile(app.world, root.folder), reading.library);
    const path = join(root.folder, "ids.lock");
    try {
      writeFileSync(path, lockText(questions));
    } catch (fault) {
      throw new CoachError(`${nameFile(app.world, path)} cannot be written (${(fault as NodeJS.ErrnoException).code ?? "unknown"})`, {
        fault: "failure",
        advice: "Check the folder's permissions.",
        cause: fault,
      });
    }
  }
}
