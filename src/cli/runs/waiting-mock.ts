// Room: cli. The mock that waits to be gone on with, in one line.
import type { Library } from "../../domain/library.ts";
import type { History } from "../../journal/standing.ts";
import { mocksIn, unfinishedOf } from "../../practice/mock.ts";
import { leftIn } from "./mock-start.ts";

/** Where the mock that was left last waits, and how to go on; undefined where none does, or its loop is gone. */
export function tellWaitingMock(library: Library, history: Pick<History, "some">): string | undefined {
  const sessions = history.some("session", new Set()).flatMap((entry) => (entry.type === "mock" ? [entry.session] : []));
  const left = unfinishedOf(mocksIn(history.some("session", new Set(sessions))), undefined);
  const loop = library.loops.find(({ id }) => id === left?.opened.loop);
  const [at] = left && loop ? leftIn(left, loop) : [];
  return loop && at && `A mock of ${loop.id} waits in round ${at.number}: coach mock ${loop.id} --resume`;
}
