// Room: cli. `coach decks lint`.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findMarkdown, type Root, rootsOf } from "../../content/find.ts";
import { type Reading, readLock } from "../../content/library.ts";
import { lintLibrary } from "../../content/lint.ts";
import { lockText } from "../../content/lock.ts";
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
  const shipped = rootsOf(app.world.packageFolder);
  const wanted = request.path === undefined ? shipped : rootsOf(resolve(app.world.cwd, request.path));
  const others = shipped.filter((root) => !wanted.some((own) => own.folder === root.folder));
  const reading = await readShowing(app, [...others, ...wanted]);
  if (request.lock) writeLocks(app, wanted, reading);
  const problems = problemsIn(app, wanted, reading);
  await app.show({
    text: (theme) => problemsView(problems, theme),
    json: () => ({
      ok: problems.length === 0,
      problems: problems.map(({ place, rule, severity, message, advice }) => ({ ...place, rule, severity, message, advice })),
    }),
  });
  return problems.length === 0 ? statuses.done : statuses.input;
}

/** From about this many files on, reading takes more than half a second. */
const manyFiles = 500;

function readShowing(app: App, roots: readonly Root[]): Promise<Reading> {
  const count = roots.reduce((sum, root) => sum + findMarkdown(root).found.length, 0);
  const isShown = count >= manyFiles && app.world.err.isTTY && !app.options.quiet;
  return whileShowing(`Reading ${count} files`, () => app.reading(roots), { stream: app.world.stderr, isShown });
}

/** The complaints about the wanted files; what they link to may lie in the shipped library. */
function problemsIn(app: App, wanted: readonly Root[], reading: Reading): readonly Problem[] {
  const locks = wanted.flatMap((root) => {
    const ids = readLock(root);
    return ids === undefined ? [] : [{ file: nameFile(app.world, join(root.folder, "ids.lock")), folder: nameFile(app.world, root.folder), ids }];
  });
  const starts = wanted.map((root) => nameFile(app.world, root.only ?? root.folder));
  const all = lintLibrary({ library: reading.library, files: reading.files, locks });
  return all.filter((problem) => starts.some((start) => start === "" || problem.place.file === start || problem.place.file.startsWith(`${start}/`)));
}

function writeLocks(app: App, wanted: readonly Root[], reading: Reading): void {
  for (const root of wanted) {
    if (root.holds !== "questions" || root.only !== undefined) continue;
    const start = nameFile(app.world, root.folder);
    const decks = reading.library.decks.filter((deck) => deck.questions.some((question) => question.place.file.startsWith(start)));
    const path = join(root.folder, "ids.lock");
    try {
      writeFileSync(path, lockText({ ...reading.library, decks }));
    } catch (fault) {
      throw new CoachError(`${nameFile(app.world, path)} cannot be written (${(fault as NodeJS.ErrnoException).code ?? "unknown"})`, {
        fault: "failure",
        advice: "Check the folder's permissions.",
        cause: fault,
      });
    }
  }
}
