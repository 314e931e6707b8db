// Room: grading. Answers to another question of the same library. Pure.
import type { Flag } from "../../domain/grade.ts";
import type { BetterFit } from "../neighbours.ts";

/** Under this nothing is to be said: it is what an answer is about that decides, not which words it borrows. */
export const doubtfulFrom = 0.25;
/**
 * Leads from which another question fits better, and from which there is no doubt; a straight line between them, so that no word decides alone.
 * Of 321 answers that were written to their question one lies above the first, and is held to 55.
 */
const lead = { doubtful: 0.9, clear: 1.05 } as const;
const most = { doubtful: 1, clear: 0.25 } as const;

/** The flag of an answer that fits another question so much better. */
export function anotherQuestion({ id, title, lead: ahead }: BetterFit): Flag | undefined {
  if (ahead <= lead.doubtful) return undefined;
  const far = Math.min(1, (ahead - lead.doubtful) / (lead.clear - lead.doubtful));
  const cap = Math.round((most.doubtful - far * (most.doubtful - most.clear)) * 100) / 100;
  return { id: "another-question", reason: `This answers another question far better than the one asked: ${title} (${id}).`, cap };
}
