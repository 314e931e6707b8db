// Every field of every record: what it takes, and what makes the record one that is not counted.
import { describe, expect, test } from "vitest";
import { isDraft, isKnownType, wrongField } from "../../../src/journal/shape.ts";
import { aCorrection, aJudgement, anAttempt, aRemoval, aRescore, aRetrieval, aSplit, aStory, aTag } from "../../support/attempts.ts";
import { aPeerRecord } from "../../support/peer.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a field takes at its bounds, and what it does not. */
interface Takes {
  readonly right: readonly unknown[];
  readonly wrong: readonly unknown[];
}

const nothing = [null, {}, true];
const text: Takes = { right: ["", "a"], wrong: [...nothing, 7, []] };
const name: Takes = { right: ["a"], wrong: [...nothing, "", 7, []] };
const boolean: Takes = { right: [true, false], wrong: [null, "true", 0, 1] };
const amount: Takes = { right: [0, 0.5, 1e9], wrong: [...nothing, -0.1, Infinity, Number.NaN, "1"] };
const count: Takes = { right: [0, 3], wrong: [...nothing, -1, 0.5, "1", 2 ** 53] };
const whole: Takes = { right: [-1, 0, 7], wrong: [...nothing, 0.5, "1", 2 ** 53] };
const share: Takes = { right: [0, 0.5, 1], wrong: [...nothing, -0.01, 1.01, "1", Number.NaN] };
const status: Takes = { right: ["found", "partly", "not-found"], wrong: [...nothing, "", "not found", 1] };
const confidence: Takes = { right: [1, 5], wrong: [...nothing, 0, 6, 2.5, "3"] };
const listOf = ({ right, wrong }: Takes): Takes => ({ right: [[], right], wrong: [...nothing, "a", ...wrong.map((value) => [value])] });
const named = ({ right, wrong }: Takes): Takes => ({
  right: [{}, ...right.map((value) => ({ a: value }))],
  wrong: [null, [], "a", 7, ...wrong.map((value) => ({ a: value }))],
});
const optional = ({ right, wrong }: Takes): Takes => ({ right: [...right, undefined], wrong });
const within = (usual: Fields, fields: Readonly<Record<string, Takes>>): Takes => ({
  right: Object.entries(fields).flatMap(([field, takes]) => takes.right.map((value) => ({ ...usual, [field]: value }))),
  wrong: [
    null,
    [],
    "a",
    7,
    ...Object.entries(fields).flatMap(([field, takes]) =>
      [...takes.wrong, ...(takes.right.includes(undefined) ? [] : [undefined])].map((value) => ({ ...usual, [field]: value })),
    ),
  ],
});
const moment: Takes = {
  right: ["2026-11-21T19:30:05Z", "2026-11-21T19:30:05.123456789+05:30", "2026-11-21T19:30:05.1-08:00"],
  wrong: [
    ...nothing,
    "",
    "2026-11-21",
    "2026-11-21T19:30:05",
    "2026-11-21T19:30Z",
    "2026-13-21T19:30:05Z",
    "x2026-11-21T19:30:05Z",
    "2026-11-21T19:30:05Zx",
    "2026-11-21T19:30:05.Z",
    "2026-11-21T19:30:05+0530",
    7,
  ],
};
const levels: Takes = { right: [{}, { a: 1, b: 5 }], wrong: [null, [], "a", { a: 0 }, { a: 6 }, { a: 2.5 }, { a: "3" }, { a: 1, b: 9 }] };
const parts: Takes = within({ situation: "s", task: "", action: "", result: "" }, { situation: text, task: text, action: text, result: text });
const mark = within({ id: "a", status: "found", strength: 0.5 }, { id: text, status, strength: share });
const base = { id: name, at: moment };
const answers: Takes = {
  right: [{ kind: "open", text: "" }],
  wrong: [null, [], "a", {}, { kind: "open" }, { kind: "open", text: 7 }, { kind: "chord", text: "a" }, { kind: "choice", chosen: [1] }],
};

const outcome = { type: "outcome", id: "o", at: "2026-12-01T19:00:00Z", loop: "a", round: "b", day: "2026-12-01", asked: [], ending: "waiting" };
const script = { type: "script", id: "s", at: "2026-12-01T19:00:00Z", made: "", loop: "a", round: "b", questions: ["q"] };
const probe = {
  type: "probe",
  id: "p",
  at: "2026-12-01T19:00:00Z",
  session: "s",
  attempt: "a",
  question: "q",
  keyPoint: "k",
  chair: "c",
  asked: "w",
  isAgain: false,
  reply: "",
  seconds: 1,
  status: "found",
};
const rating = { type: "rating", id: "r", at: "2026-12-01T19:00:00Z", attempt: "a", rating: "good" };
const undo = { type: "undo", id: "u", at: "2026-12-01T19:00:00Z", of: "a" };
const mock = (what: unknown): Fields => ({ type: "mock", id: "m", at: "2026-12-01T19:00:00Z", session: "s", what });
const opened = { event: "opened", loop: "a", seed: 1, pace: 1, timer: true, rounds: [{ round: "r", questions: ["q"] }] };
const rounds = listOf(within({ round: "r", questions: [] }, { round: name, questions: listOf(name) }));
const events: Takes[] = [
  within(opened, { loop: name, seed: whole, pace: amount, timer: boolean, rounds }),
  within({ event: "skipped", round: "r", question: "q" }, { round: name, question: name }),
  within({ event: "round-over", round: "r" }, { round: name }),
  within({ event: "note", round: "r", text: "" }, { round: name, text }),
];
const what: Takes = {
  right: [...events.flatMap(({ right }) => right), { event: "ended" }, { event: "of a newer version", round: 7 }],
  wrong: events.flatMap(({ wrong }) => wrong).concat([{}, { event: "" }, { event: 7 }]),
};
const score = within(
  { question: "q", signals: {}, levels: {}, heard: {}, note: "" },
  { question: name, signals: levels, levels, heard: named(boolean), note: text },
);

const records: readonly (readonly [Fields, Readonly<Record<string, Takes>>])[] = [
  [
    { ...anAttempt() },
    {
      ...base,
      session: text,
      sessionKind: name,
      round: optional(name),
      question: name,
      seed: whole,
      answer: answers,
      seconds: amount,
      timedOut: boolean,
      overtime: amount,
      hints: count,
      paused: amount,
      confidence: optional(confidence),
      score: share,
      marks: listOf(mark),
      levels: optional(levels),
      flags: listOf(text),
      rules: count,
      unscored: boolean,
      interrupted: boolean,
      kind: { right: ["open"], wrong: [...nothing, "", "chord", "toString"] },
    },
  ],
  [{ ...aCorrection() }, { ...base, attempt: name, marks: named(status), score: share }],
  [
    { ...aRescore() },
    { ...base, attempt: name, graded: share, marks: listOf(mark), levels, flags: listOf(text), rules: count, correction: optional(name), score: share },
  ],
  [
    { ...aJudgement() },
    {
      ...base,
      attempt: name,
      model: text,
      host: text,
      marks: listOf(within({ id: "a", status: "found", why: "" }, { id: text, status, why: text })),
      comment: text,
      score: share,
      counts: boolean,
    },
  ],
  [{ ...aStory() }, { ...base, of: optional(name), title: text, question: text, attempt: text, parts, competencies: listOf(text) }],
  [{ ...aRetrieval() }, { ...base, session: text, question: name, story: text, seconds: amount, covers: boolean }],
  [{ ...aSplit() }, { ...base, telling: name, title: text }],
  [{ ...aRemoval() }, { ...base, story: name }],
  [{ ...aTag() }, { ...base, story: name, adds: listOf(name), removes: listOf(name) }],
  [
    probe,
    { ...base, session: text, attempt: name, question: name, keyPoint: name, chair: text, asked: text, isAgain: boolean, reply: text, seconds: amount, status },
  ],
  [rating, { ...base, attempt: name, rating: { right: ["again", "hard", "good", "easy"], wrong: [...nothing, "", "fine", 3] } }],
  [undo, { ...base, of: name }],
  [mock({ event: "ended" }), { ...base, session: name, what }],
  [
    outcome,
    {
      ...base,
      of: optional(name),
      loop: text,
      round: text,
      felt: optional(confidence),
      ending: { right: ["waiting", "through", "not"], wrong: [...nothing, "", "hired"] },
      asked: listOf(within({ text: "t" }, { text: name, foreseen: optional(name), own: optional(name), story: optional(name) })),
      day: { right: ["2024-02-29"], wrong: [...nothing, "", "2026-02-29", "2026-02-30", 7] },
    },
  ],
  [script, { ...base, made: text, loop: name, round: name, questions: listOf(name) }],
  [{ ...aPeerRecord([]) }, { ...base, made: text, loop: name, round: name, from: text, questions: listOf(score) }],
];

describe.each(records.map(([record, fields]) => [record["type"], record, fields] as const))("%s", (type, record, fields) => {
  test("is known, and whole as it is", () => {
    expect([isKnownType(type), wrongField(record)]).toEqual([true, undefined]);
  });

  test.each(Object.entries(fields))("takes for %s what it should", (field, { right, wrong }) => {
    for (const value of right) expect([value, wrongField({ ...record, [field]: value })]).toEqual([value, undefined]);
    for (const value of wrong) expect([value, wrongField({ ...record, [field]: value })?.split(".")[0]]).toEqual([value, field]);
    const { [field]: _, ...without } = record;
    expect(wrongField(without)).toBe(right.includes(undefined) ? undefined : field);
  });
});

test("an answer has the form of its kind, and its kind is the attempt's", () => {
  const bodies: Readonly<Record<string, Readonly<Record<string, Takes>>>> = {
    choice: { chosen: listOf(count) },
    recall: { texts: listOf(text) },
    numeric: { text },
    order: { order: listOf(count) },
    sort: { buckets: listOf(whole) },
    open: { text },
    star: { parts },
    rewrite: { text },
  };
  for (const [kind, fields] of Object.entries(bodies)) {
    for (const [field, { right, wrong }] of Object.entries(fields)) {
      const wrongIn = (value: unknown): string | undefined => wrongField({ ...anAttempt(), kind, answer: { kind, [field]: value } });
      for (const value of right) expect([kind, value, wrongIn(value)]).toEqual([kind, value, undefined]);
      for (const value of [...wrong, undefined]) expect([kind, value, wrongIn(value)]).toEqual([kind, value, "answer"]);
    }
  }
  expect(wrongField({ ...anAttempt(), kind: "numeric" })).toBe("answer.kind");
});

test("a record of a type that is not known has no wrong field; one without a type is none", () => {
  expect([wrongField({ type: "chord", id: 7 }), wrongField({ type: "toString" }), wrongField({}), wrongField({ type: 7 })]).toEqual([
    undefined,
    undefined,
    "type",
    "type",
  ]);
  expect([isKnownType("chord"), isKnownType("toString"), isKnownType(undefined)]).toEqual([false, false, false]);
});

test("a field that only the prototype has is not there", () => {
  expect(wrongField(Object.create(undo) as Fields)).toBe("id");
  expect(wrongField(Object.assign(Object.create({ of: "a" }) as object, { type: "undo", id: "u", at: undo.at }))).toBe("of");
});

test("a draft is one whose every field is as it was kept", () => {
  const answer = { body: { kind: "open", text: "" }, seconds: 1, timedOut: false, overtime: 0, hints: 0, paused: 0 };
  const usual = {
    v: 1,
    pid: 4,
    host: "h",
    started: "7",
    at: undo.at,
    question: "q",
    answer,
    promptSeconds: 3,
    session: { kind: "drill", title: "", left: ["q"] },
  };
  const takes = within(usual, {
    v: { right: [1], wrong: [...nothing, 2, "1"] },
    pid: count,
    host: text,
    started: text,
    at: moment,
    question: name,
    answer: within(answer, { body: answers, seconds: amount, timedOut: boolean, overtime: amount, hints: count, paused: amount }),
    part: optional({ right: ["situation", "task", "action", "result"], wrong: [...nothing, "", "end"] }),
    promptSeconds: amount,
    session: within(usual.session, { kind: name, title: text, left: listOf(name) }),
  });
  for (const value of takes.right) expect([value, isDraft(value)]).toEqual([value, true]);
  // A choice is an answer too, whatever was asked: a draft has no kind beside it.
  for (const value of takes.wrong.filter((each) => !JSON.stringify(each).includes('"choice"'))) expect([value, isDraft(value)]).toEqual([value, false]);
});
