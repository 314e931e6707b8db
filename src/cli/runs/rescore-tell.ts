// Room: cli. Tells what a rescore moves as it goes along: the largest moves to a person, all of them as JSON.
import type { Moved } from "../../practice/rescore.ts";
import { rescoreView, type RescoreTally } from "../../terminal/views/rescore.ts";
import type { App } from "../app.ts";

/** A tally that is still counted. */
export type Tally = { -readonly [K in keyof RescoreTally]: RescoreTally[K] };

export function emptyTally(): Tally {
  return { attempts: 0, same: 0, moved: 0, up: 0, down: 0, exact: 0, gone: 0, changed: 0 };
}

export interface Teller {
  tell(moved: Moved): void;
  end(tally: Tally): void;
}

const usualLimit = 20;

export async function tellerFor(app: App, how: { readonly limit: number | undefined; readonly isApplied: boolean }): Promise<Teller> {
  if (app.options.json) return jsonTeller(app, how.isApplied);
  const theme = await app.theme();
  const largest = createLargest(how.limit ?? usualLimit);
  return {
    tell: largest.take,
    end: (tally) => {
      app.world.out.write(rescoreView({ shown: largest.all(), tally, isApplied: how.isApplied }, theme));
    },
  };
}

/** Keeps the largest moves of any number, the largest first. */
function createLargest(limit: number) {
  let kept: Moved[] = [];
  const size = ({ from, to, graded }: Moved): number => Math.abs(to - from) + Math.abs(graded.to - graded.from) / 1000;
  const cut = (): void => {
    kept = kept.toSorted((a, b) => size(b) - size(a)).slice(0, limit);
  };
  return {
    take: (moved: Moved): void => {
      kept.push(moved);
      if (kept.length >= limit * 2) cut();
    },
    all: (): readonly Moved[] => {
      cut();
      return kept;
    },
  };
}

/** One document, written piece by piece, so that it need not be held. */
function jsonTeller(app: App, isApplied: boolean): Teller {
  let before = `{\n  "applied": ${isApplied},\n  "moved": [`;
  return {
    tell: (moved) => {
      app.world.out.write(`${before}\n    ${JSON.stringify(movedJson(moved))}`);
      before = ",";
    },
    end: ({ moved: _moved, ...counts }) => {
      const rest = Object.entries(counts).map(([name, count]) => `  "${name}": ${count}`);
      app.world.out.write(`${before === "," ? "\n  " : before}],\n${rest.join(",\n")}\n}\n`);
    },
  };
}

function movedJson({ attempt, question, graded, from, to, rules }: Moved): unknown {
  return {
    id: attempt.id,
    at: attempt.at,
    question: question.id,
    kind: attempt.kind,
    title: question.title,
    score: { from, to },
    graded: { from: graded.from, to: graded.to },
    rules,
    marks: graded.marks,
    levels: graded.levels,
    flags: { gained: graded.flagsGained, lost: graded.flagsLost },
  };
}
