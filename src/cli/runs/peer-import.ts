// Room: cli. `coach peer import` and `show`: a form that came back is kept, and set beside one's own marks.
import { cleanName } from "../../content/clean.ts";
import { readPeerForm } from "../../content/peer-form.ts";
import { CoachError } from "../../domain/errors.ts";
import type { PeerComparison } from "../../domain/peer-comparison.ts";
import type { PeerForm, PeerRecord } from "../../domain/peer-scores.ts";
import { type Problem, tellPlace } from "../../domain/problem.ts";
import { comparePeer, peerForms } from "../../progress/peer.ts";
import { peerView } from "../../terminal/views/peer.ts";
import type { App } from "../app.ts";
import { readText } from "./named-file.ts";
import { cleaned } from "./attempts.ts";
import { entriesOf, wholeHistoryOf } from "./past.ts";
import { peerContext } from "./peer-own.ts";

/** Keeps a form that is filled in, and shows it. Throws a CoachError (input) for one that cannot be told; nothing of it is kept then. */
export async function importPeerForm(app: App, call: { readonly file: string; readonly from?: string }): Promise<void> {
  const { value, problems } = readPeerForm(call.file === "-" ? "standard input" : call.file, readText(app, call.file, "the form"));
  const form = formOrRefusal(app, value, problems);
  const clock = app.clock();
  const from = nameOf(call.from) ?? nameOf(form.from) ?? "Your friend";
  const record: PeerRecord = { type: "peer", id: clock.newId(), at: clock.now(), ...form, from };
  await (await app.journal()).append(record);
  await showRecord(app, record);
}

/** Shows a form that was imported: the newest is 1. */
export async function showPeerForm(app: App, number: number | undefined): Promise<void> {
  const forms = peerForms(await entriesOf(app));
  const record = forms[(number ?? 1) - 1];
  if (!record) {
    const message =
      forms.length === 0 ? "no friend's form was read in yet" : `there ${forms.length === 1 ? "is 1 form" : `are ${forms.length} forms`}, and no ${number}`;
    throw new CoachError(message, { fault: "usage", advice: "coach peer writes a form, and coach peer import reads it in when it is filled in." });
  }
  await showRecord(app, record);
}

/** Tells every problem; of the errors the first is thrown. */
function formOrRefusal(app: App, form: PeerForm | undefined, problems: readonly Problem[]): PeerForm {
  const [first, ...others] = problems.filter(({ severity }) => severity === "error");
  for (const { place, message, advice } of [...others, ...problems.filter(({ severity }) => severity === "warning")])
    app.note(`coach: ${tellPlace(place)}: ${message}\n  ${advice}\n`);
  if (form && !first) return form;
  const { place, message, advice } = first ?? { place: undefined, message: "nothing is filled in", advice: undefined };
  throw new CoachError(`${message}; nothing was kept`, { fault: "input", place, advice });
}

const longestName = 60;

function nameOf(text: string | undefined): string | undefined {
  const name = cleanName(text ?? "")
    .trim()
    .slice(0, longestName);
  return name === "" ? undefined : name;
}

async function showRecord(app: App, kept: PeerRecord): Promise<void> {
  const record = cleaned(kept);
  const library = await app.library();
  const comparison = comparePeer(record, peerContext((await wholeHistoryOf(app)).entries, library, record));
  const round = library.loops.find(({ id }) => id === record.loop)?.rounds.find(({ id }) => id === record.round)?.title ?? record.round;
  await app.show({ text: (theme) => peerView(comparison, round, theme), json: () => comparisonJson(comparison) });
}

function comparisonJson(comparison: PeerComparison): unknown {
  const questions = comparison.questions.map((question) => ({
    ...question,
    own: question.own ?? null,
    scales: question.scales.map((scale) => ({ ...scale, yours: scale.yours ?? null })),
    points: question.points.map((point) => ({ ...point, yours: point.yours ?? null })),
  }));
  return { ...comparison, questions };
}
