// Room: tests. A draft goes with the entry that keeps its answer, whichever kind of entry that is.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { App } from "../../../src/cli/app.ts";
import { createDraftKeeper } from "../../../src/cli/drafts.ts";
import type { Case } from "../../../src/domain/case.ts";
import type { AttemptLog, Interviewer } from "../../../src/practice/ports.ts";

const answer = { body: { kind: "open" as const, text: "The drivers of region 3." }, seconds: 2, timedOut: false, overtime: 0, hints: 0, paused: 0 };

test.each(["attempt", "probe"])("what was said is no draft any more once it is kept as %s", async (type) => {
  const folder = mkdtempSync(join(tmpdir(), "coach-keeper-"));
  const machine = { pid: 1, host: "desk", started: "1", isRunning: () => true };
  const app = {
    dataFolder: () => folder,
    clock: () => ({ now: () => "2026-11-21T20:00:00Z" }),
    world: { machine: () => Promise.resolve(machine) },
  } as unknown as App;
  const keeper = createDraftKeeper(app, { kind: "mock", title: "acme/pm", questions: [], left: undefined });
  const interviewer = keeper.overReplies({ ask: () => Promise.resolve({ type: "answered", answer }) } as unknown as Interviewer);
  const log = keeper.overLog({ append: () => Promise.resolve() } as unknown as AttemptLog);
  await interviewer.ask({ question: { id: "acme/pm/cases/shelf/metric" } } as Case, { seconds: 60, overtime: false }, { number: 1, of: 1 });
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 20_000 });
  await log.append({ type } as Parameters<AttemptLog["append"]>[0]);
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), { timeout: 20_000 });
  rmSync(folder, { recursive: true });
});
