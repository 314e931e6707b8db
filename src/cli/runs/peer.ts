// Room: cli. `coach peer`: the script and form of a round for a friend.
import { resolve } from "node:path";
import { chanceFrom, shuffle } from "../../domain/chance.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop, Round } from "../../domain/loop.ts";
import type { PeerScript } from "../../domain/peer.ts";
import type { ScriptRecord } from "../../domain/peer-scores.ts";
import { toMarkdown } from "../../export/formats/markdown.ts";
import { buildPeerScript } from "../../export/peer.ts";
import { writeExport } from "../../export/write.ts";
import { timesAsked } from "../../practice/asked.ts";
import { isSpoken, peerScript } from "../../practice/peer.ts";
import { planMock } from "../../practice/plan-mock.ts";
import type { Settings } from "../../settings/settings.ts";
import type { App } from "../app.ts";
import { loopNamed, ownLoop, questionsFor, roundNumbered, tellLoops, tellRounds } from "./loop-choice.ts";
import { entriesOf } from "./past.ts";
import type { RoundOptions } from "./practise.ts";

type PeerCall = RoundOptions & { readonly what: string | undefined };

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
  await keepAsked(app, script);
}

async function scriptFor(app: App, call: PeerCall): Promise<PeerScript> {
  const library = await app.library();
  const loop = loopFor(library, call.what, await app.settings());
  const round = roundOf(loop, call.round);
  const seed = call.seed ?? Math.floor(app.world.random() * 4_294_967_296);
  const questions = questionsFor(library, loop);
  const pool = shuffle(questions.filter(isSpoken), chanceFrom(seed));
  // A seed asks for certain questions: what was asked before has no say.
  const asked = call.seed === undefined ? timesAsked(await entriesOf(app)) : new Map<string, number>();
  const [planned] = planMock({ loop, rounds: new Set([round.id]), pool, asked, isWhole: false });
  if (!planned || planned.questions.length === 0)
    throw new CoachError(`no deck has a question for this round of ${loop.id} that can be asked aloud`, { fault: "failure", advice: "Choose another round." });
  return peerScript({ loop, round: planned, questions, stock: library, seed, made: app.clock().now() });
}

function loopFor(library: Library, name: string | undefined, settings: Settings): Loop {
  const loop = name === undefined ? ownLoop(library, settings) : loopNamed(library, name);
  if (loop) return loop;
  const { loops } = library;
  throw new CoachError("a friend plays a round of one loop", {
    fault: "usage",
    advice: `Name it: coach peer ${loops[0]?.id ?? "<loop>"} --round 1. ${tellLoops(loops)}`,
  });
}

function roundOf(loop: Loop, number: number | undefined): Round {
  if (number !== undefined) return roundNumbered(loop, number);
  throw new CoachError("a friend plays one round", { fault: "usage", advice: `Name it with --round. There is: ${tellRounds(loop)}.` });
}

/** Keeps what the script asks, so that no mock and no other script asks it again before the rest. The script itself is worth more than that. */
async function keepAsked(app: App, { made, loop, round, questions }: PeerScript): Promise<void> {
  const clock = app.clock();
  const record: ScriptRecord = { type: "script", id: clock.newId(), at: clock.now(), made, loop, round, questions: questions.map(({ id }) => id) };
  try {
    await (await app.journal()).append(record);
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    app.note(`coach: ${error.message}\n  A mock may ask the same.\n`);
  }
}
