// Room: cli. `coach peer`: the script and form of a round for a friend.
import { resolve } from "node:path";
import { chanceFrom, shuffle } from "../../domain/chance.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop } from "../../domain/loop.ts";
import type { PeerScript } from "../../domain/peer.ts";
import { toMarkdown } from "../../export/formats/markdown.ts";
import { buildPeerScript } from "../../export/peer.ts";
import { writeExport } from "../../export/write.ts";
import { mocksIn, timesAsked } from "../../practice/mock.ts";
import { isSpoken, peerScript } from "../../practice/peer.ts";
import { planMock } from "../../practice/plan-mock.ts";
import type { App } from "../app.ts";
import { findLoop } from "./loops.ts";
import { entriesOf } from "./past.ts";
import { roleOf, rolesIn } from "./roles.ts";
import { unknownName } from "./unknown.ts";

export interface PeerOptions {
  readonly round?: number;
  readonly seed?: number;
  readonly output?: string;
  readonly force?: boolean;
}

type PeerCall = PeerOptions & { readonly what: string | undefined };

/** Writes the script of a round, to a file or to standard output. */
export async function writePeerScript(app: App, call: PeerCall): Promise<void> {
  const script = await scriptFor(app, call);
  const text = toMarkdown(buildPeerScript(script));
  const toFile = call.output !== undefined && call.output !== "-";
  if (toFile) {
    writeExport(resolve(app.world.cwd, call.output), text, { force: call.force === true });
    app.note(`Wrote ${call.output}. Give it to your friend unread; coach peer import reads it when it comes back.\n`);
  }
  if (app.options.json) await app.show({ text: () => "", json: () => ({ ...script, file: toFile ? call.output : null }) });
  else if (!toFile) app.world.out.write(text);
}

async function scriptFor(app: App, call: PeerCall): Promise<PeerScript> {
  const library = await app.library();
  const loop = await loopNamed(app, library, call.what);
  const round = roundOf(loop, call.round);
  const seed = call.seed ?? Math.floor(app.world.random() * 4_294_967_296);
  const questions = library.decks.filter((deck) => deck.id.startsWith(`${loop.id}/`) || deck.company === undefined).flatMap((deck) => deck.questions);
  const pool = shuffle(questions.filter(isSpoken), chanceFrom(seed));
  // A seed asks for certain questions: what mocks have asked before has no say.
  const asked = call.seed === undefined ? timesAsked(mocksIn(await entriesOf(app))) : new Map<string, number>();
  const [planned] = planMock({ loop, rounds: new Set([round]), pool, asked, isWhole: false });
  if (!planned || planned.questions.length === 0)
    throw new CoachError(`no deck has a question for this round of ${loop.id} that can be asked aloud`, { fault: "failure", advice: "Choose another round." });
  return peerScript({ loop, round: planned, questions, frameworks: library.frameworks, seed, made: app.clock().now() });
}

async function loopNamed(app: App, library: Library, name: string | undefined): Promise<Loop> {
  const { loops } = library;
  const list = `There is: ${loops.map(({ id }) => id).join(", ")}.`;
  if (name !== undefined) {
    const loop = findLoop(loops, name);
    if (loop) return loop;
    throw unknownName({ what: "loop", name, among: loops.flatMap(({ id, company }) => [id, company.toLowerCase()]), list });
  }
  const own = roleOf(await app.settings(), rolesIn(library))?.loop;
  if (own) return own;
  throw new CoachError("a friend plays a round of one loop", { fault: "usage", advice: `Name it: coach peer ${loops[0]?.id ?? "<loop>"} --round 1. ${list}` });
}

/** The id of the round. */
function roundOf(loop: Loop, number: number | undefined): string {
  const round = number === undefined ? undefined : loop.rounds[number - 1];
  if (round) return round.id;
  const list = loop.rounds.map(({ title }, index) => `${index + 1} ${title}`).join(", ");
  const message = number === undefined ? "a friend plays one round" : `${loop.id} has no round ${number}`;
  throw new CoachError(message, { fault: "usage", advice: `Name it with --round. There is: ${list}.` });
}
