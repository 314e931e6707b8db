// Room: cli. The loop, and the round of it, that a person means, on the command line or in the settings.
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop, Round } from "../../domain/loop.ts";
import type { Question } from "../../domain/question.ts";
import type { Settings } from "../../settings/settings.ts";
import { type Role, roleOf, rolesIn } from "./roles.ts";
import { unknownName } from "./unknown.ts";

interface WantedLoop {
  readonly company?: string | undefined;
  readonly role?: string | undefined;
}

/** What was asked for, else what is set; a company that was asked for does not go with the role that is set. */
export function wantedLoop(request: WantedLoop, settings: WantedLoop): WantedLoop {
  const { company, role } = request;
  return { company: company ?? settings.company, role: role ?? (company === undefined ? settings.role : undefined) };
}

/** The loops there are, to complete an advice. */
export function tellLoops(loops: readonly Loop[]): string {
  return `There is: ${loops.map((loop) => loop.id).join(", ")}.`;
}

/** The loop of a company and a role. Throws a CoachError that lists what there is when they name none, or more than one. */
export function chooseLoop(loops: readonly Loop[], wanted: WantedLoop & { readonly company: string }): Loop {
  const list = tellLoops(loops);
  const company = wanted.company.toLowerCase();
  const ofCompany = loops.filter((loop) => loop.id === company || loop.id.split("/")[0] === company || loop.company.toLowerCase() === company);
  if (ofCompany.length === 0)
    throw unknownName({
      what: "loop of",
      name: wanted.company,
      among: loops.flatMap((loop) => [loop.id.split("/")[0] ?? "", loop.company.toLowerCase()]),
      list,
    });
  const role = wanted.role?.toLowerCase();
  const found =
    role === undefined ? ofCompany : ofCompany.filter((loop) => loop.id.endsWith(`/${role}`) || loop.id === role || loop.role.toLowerCase() === role);
  const [loop] = found;
  if (loop && found.length === 1) return loop;
  throw new CoachError(found.length === 0 ? `${wanted.company} has no loop for the role "${wanted.role}"` : `${wanted.company} has ${found.length} loops`, {
    fault: "usage",
    advice: `Name the role with --role. ${list}`,
  });
}

/** The loop of a name. Throws a CoachError that says what there is instead, where it names none, or a role whose rounds no source tells. */
export function loopNamed(library: Library, name: string): Loop {
  const { loops } = library;
  const loop = findLoop(loops, name);
  if (loop) return loop;
  const role = rolesIn(library).find(({ id }) => id === name.toLowerCase());
  if (role) throw withoutRounds(loops, role);
  throw unknownName({ what: "loop", name, among: loops.flatMap(({ id, company }) => [id, company.toLowerCase()]), list: tellLoops(loops) });
}

/** The loop of the role in the settings; undefined where they name none. Throws as `loopNamed` does. */
export function ownLoop(library: Library, settings: Settings): Loop | undefined {
  const role = roleOf(settings, rolesIn(library));
  if (role && !role.loop) throw withoutRounds(library.loops, role);
  return role?.loop;
}

function withoutRounds(loops: readonly Loop[], { id, company }: Role): CoachError {
  const near = loops.filter((loop) => loop.company === company);
  return new CoachError(`there is no loop of ${id}: no source tells what its rounds are`, {
    fault: "usage",
    advice: `Its questions are there: coach drill ${id}. Loops ${near.length > 0 ? `at ${company}` : "that there are"}: ${(near.length > 0 ? near : loops).map((loop) => loop.id).join(", ")}.`,
  });
}

/** A loop by its id, or by its company where that has only one. */
export function findLoop(loops: readonly Loop[], name: string): Loop | undefined {
  const wanted = name.toLowerCase();
  const ofCompany = loops.filter((loop) => loop.id.split("/")[0] === wanted || loop.company.toLowerCase() === wanted);
  return loops.find((loop) => loop.id === wanted) ?? (ofCompany.length === 1 ? ofCompany[0] : undefined);
}

/** What a loop may ask: its own decks, and those of no company. */
export function questionsFor(library: Library, loop: Loop): readonly Question[] {
  return library.decks.filter((deck) => deck.id.startsWith(`${loop.id}/`) || deck.company === undefined).flatMap((deck) => deck.questions);
}

/** The round of a number, from 1. Throws a CoachError that lists them for one that is not there. */
export function roundNumbered(loop: Loop, number: number): Round {
  const round = loop.rounds[number - 1];
  if (round) return round;
  throw new CoachError(`${loop.id} has no round ${number}`, { fault: "usage", advice: `There is: ${tellRounds(loop)}.` });
}

/** The rounds of a loop with their numbers. */
export function tellRounds({ rounds }: Loop): string {
  return rounds.map(({ title }, index) => `${index + 1} ${title}`).join(", ");
}
