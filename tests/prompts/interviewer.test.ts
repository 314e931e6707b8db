// Room: tests. The interviewer with a keyboard, a screen and clocks in memory.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { drawCase } from "../../src/domain/case.ts";
import type { Grade } from "../../src/domain/grade.ts";
import type { Kind } from "../../src/domain/question.ts";
import type { Feeling, Looking, Reply, Timing } from "../../src/practice/ports.ts";
import { createInterviewer } from "../../src/terminal/interviewer.ts";
import { createPlainInterviewer } from "../../src/terminal/plain.ts";
import { type FakeScreen, fakeScreen } from "../support/fake-screen.ts";
import { sampleQuestions } from "../support/questions.ts";
import { keys } from "../support/terminal.ts";

const untimed: Timing = { seconds: undefined, overtime: false };
const aMinute: Timing = { seconds: 60, overtime: false };
const position = { number: 1, of: 1 };
const letters = { hint: keys.ctrl("t"), skip: keys.ctrl("n"), pause: keys.ctrl("p"), quit: keys.ctrl("q"), handIn: keys.ctrl("d") };

const opened: FakeScreen[] = [];

async function openScreen(size: Parameters<typeof fakeScreen>[0] = {}): Promise<FakeScreen> {
  const screen = await fakeScreen(size);
  opened.push(screen);
  return screen;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
});

afterEach(async () => {
  for (const screen of opened.splice(0)) screen.hangUp();
  await settle();
  vi.useRealTimers();
});

/** Lets streams and prompts come to rest. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 12; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(16);
}

/** Moves both clocks on, second by second, as time does. */
async function pass(at: FakeScreen, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 1000) {
    const step = Math.min(left, 1000);
    at.clocks.monotonic += step;
    at.clocks.wall += step;
    vi.advanceTimersByTime(step);
    await settle();
  }
}

interface Asked {
  readonly at: FakeScreen;
  readonly reply: Promise<Reply>;
}

async function ask(kind: Kind, timing: Timing = untimed, screen: Parameters<typeof fakeScreen>[0] = {}): Promise<Asked> {
  const at = await openScreen(screen);
  const interviewer = (screen.plain === true ? createPlainInterviewer : createInterviewer)(at.options);
  const reply = interviewer.ask(drawCase(sampleQuestions[kind], 1), timing, position);
  await settle();
  return { at, reply };
}

async function answerTo(kind: Kind, typed: readonly string[], timing: Timing = untimed): Promise<Reply> {
  const { at, reply } = await ask(kind, timing);
  for (const each of typed) {
    at.type(each);
    await settle();
  }
  return reply;
}

describe("each kind", () => {
  test.each([
    ["choice", ["b", keys.enter], { kind: "choice", chosen: [0] }],
    ["choice", ["a", "c", keys.enter], { kind: "choice", chosen: [1] }],
    ["choice", [keys.down, keys.down, keys.enter], { kind: "choice", chosen: [0] }],
    ["recall", ["130", keys.enter, "180k", keys.enter], { kind: "recall", texts: ["130", "180k"] }],
    ["recall", ["130", keys.enter, keys.enter], { kind: "recall", texts: ["130", ""] }],
    ["recall", ["x", keys.tab, "180", keys.up, keys.backspace, "130", letters.handIn], { kind: "recall", texts: ["130", "180"] }],
    ["numeric", ["60,000", keys.enter], { kind: "numeric", text: "60,000" }],
    ["order", ["3 2 4 1", keys.enter], { kind: "order", order: [0, 1, 2, 3] }],
    ["order", [" ", keys.down, keys.down, keys.down, keys.enter, keys.enter], { kind: "order", order: [1, 0, 2, 3] }],
    ["sort", ["2", "1", "1", keys.enter], { kind: "sort", buckets: [0, 0, 1] }],
    ["sort", ["1", keys.backspace, "2", "1", "1", keys.enter], { kind: "sort", buckets: [0, 0, 1] }],
    ["sort", ["2", letters.handIn], { kind: "sort", buckets: [-1, -1, 1] }],
    ["open", ["one", keys.enter, "two", letters.handIn], { kind: "open", text: "one\ntwo" }],
    ["rewrite", ["better", letters.handIn], { kind: "rewrite", text: "better" }],
  ] as const)("%s: %j", async (kind, typed, body) => {
    expect(await answerTo(kind, typed)).toMatchObject({ type: "answer", answer: { body } });
  });

  test.each([
    ["choice", "Nothing is picked yet"],
    ["recall", "Nothing is typed yet"],
    ["numeric", "Nothing is typed yet"],
    ["order", "Nothing is moved yet"],
    ["sort", "Nothing is sorted yet"],
    ["open", "Nothing is typed yet"],
  ] as const)("%s with nothing to hand in says so and stays", async (kind, said) => {
    const { at } = await ask(kind);
    at.type(letters.handIn);
    await settle();
    expect(await at.screen()).toContain(said);
    expect(at.isRaw()).toBe(true);
  });

  test("an order of which only some numbers are typed is handed in at the second Enter", async () => {
    const { at, reply } = await ask("order");
    at.type(`3${keys.enter}`);
    await settle();
    expect(await at.screen()).toContain("3 without a number stand below");
    at.type(keys.enter);
    expect(await reply).toMatchObject({ answer: { body: { order: [0, 3, 1, 2] } } });
  });

  test("a question with several right options says how many to pick", async () => {
    const at = await openScreen();
    const { options } = sampleQuestions.choice;
    const question = { ...sampleQuestions.choice, options: options.map((option, index) => ({ ...option, isRight: index < 2 })) };
    const reply = createInterviewer(at.options).ask(drawCase(question, 1), untimed, position);
    await settle();
    expect(await at.screen()).toContain("0 of 2 picked");
    at.type(`bc${keys.enter}`);
    expect(await reply).toMatchObject({ answer: { body: { chosen: [0, 1] } } });
  });
});

describe("in the moment in which the question is painted", () => {
  /** Acts with the write that paints the first frame, before anything else of the prompt is loaded. */
  async function askAnd(act: (at: FakeScreen) => void): Promise<Reply> {
    const at = await openScreen();
    const { output } = at.options;
    const write = output.write.bind(output) as (text: string) => boolean;
    let isPainted = false;
    output.write = ((text: string) => {
      const written = write(text);
      if (!isPainted && text.includes("\u001b[?25l")) {
        isPainted = true;
        act(at);
      }
      return written;
    }) as typeof output.write;
    const reply = createInterviewer(at.options).ask(drawCase(sampleQuestions.open, 1), untimed, position);
    await settle();
    return reply;
  }

  test("keys are heard", async () => {
    const reply = await askAnd((at) => at.type(`Said at once${letters.handIn}`));
    expect(reply).toMatchObject({ type: "answer", answer: { body: { text: "Said at once" } } });
  });

  test("a window that is closed ends the session", async () => {
    expect(await askAnd((at) => at.hangUp())).toMatchObject({ type: "stop", how: "interrupt" });
  });

  test("a signal ends the session", async () => {
    expect(await askAnd(() => void process.emit("SIGTERM"))).toMatchObject({ type: "stop", how: "interrupt" });
  });
});

describe("how it went", () => {
  async function feel(typed: readonly string[], screen: Parameters<typeof fakeScreen>[0] = {}) {
    const at = await openScreen(screen);
    const interviewer = (screen.plain === true ? createPlainInterviewer : createInterviewer)(at.options);
    const feeling: Promise<Feeling> = interviewer.feel(drawCase(sampleQuestions.open, 1));
    await settle();
    const before = await at.screen();
    for (const each of typed) {
      at.type(each);
      await settle();
    }
    return { at, before, feeling };
  }

  test.each([
    [["4"], { type: "said", confidence: 4 }],
    [["1"], { type: "said", confidence: 1 }],
    [[keys.enter], { type: "said", confidence: undefined }],
    [[letters.handIn, "2"], { type: "said", confidence: 2 }],
    [[letters.skip], { type: "said", confidence: undefined }],
    [["7", keys.down, "5"], { type: "said", confidence: 5 }],
    [[letters.quit], { type: "stop", how: "quit" }],
    [[keys.ctrl("c")], { type: "stop", how: "interrupt" }],
  ] as const)("%j is %j", async (typed, wanted) => {
    const { at, feeling } = await feel(typed);
    expect(await feeling).toEqual(wanted);
    expect(at.isRaw()).toBe(false);
  });

  test("is one question on one row, and what was said stays", async () => {
    const { at, before, feeling } = await feel(["3"]);
    expect(before).toContain("How did it go?\n\n1 lost   2 shaky   3 fair   4 solid   5 nailed it\n1-5 pick · Enter skip");
    await feeling;
    expect(await at.screen()).toMatch(/How did it go\?\n\nfair$/);
  });

  test("another key says what to press", async () => {
    const { at } = await feel(["x"]);
    expect(await at.screen()).toContain("Press 1 to 5, or Enter to skip.");
  });

  test("fits a narrow window, a word to a row", async () => {
    const { before } = await feel([], { columns: 24 });
    expect(before).toContain("1 lost\n2 shaky\n3 fair\n4 solid\n5 nailed it\n");
  });

  test.each([
    ["4\n", { type: "said", confidence: 4 }],
    ["nailed it\n", { type: "said", confidence: 5 }],
    ["\n", { type: "said", confidence: undefined }],
    ["good\n2\n", { type: "said", confidence: 2 }],
  ] as const)("line by line %j is %j", async (typed, wanted) => {
    const { at, feeling } = await feel([typed], { plain: true });
    expect(await feeling).toEqual(wanted);
    expect(at.written()).toContain("\nHow did it go? 1 lost, 2 shaky, 3 fair, 4 solid, 5 nailed it; Enter to skip: ");
    expect(at.written()).not.toContain("\x1b");
  });

  test("what is still being typed when the time runs out says nothing of how it went", async () => {
    const at = await openScreen();
    const interviewer = createInterviewer(at.options);
    const reply = interviewer.ask(drawCase(sampleQuestions.open, 1), { seconds: 2, overtime: false }, position);
    await settle();
    at.type("half a sente");
    await pass(at, 2000);
    expect(await reply).toMatchObject({ type: "answer", answer: { timedOut: true } });
    const feeling = interviewer.feel(drawCase(sampleQuestions.open, 1));
    await settle();
    at.type("nce of 3");
    at.type("5");
    at.type(keys.enter);
    await settle();
    expect(await at.screen()).toContain("1-5 pick · Enter skip");
    await pass(at, 1000);
    at.type("2");
    expect(await feeling).toEqual({ type: "said", confidence: 2 });
  });

  test("Ctrl-C is heard even then", async () => {
    const at = await openScreen();
    const interviewer = createInterviewer(at.options);
    const reply = interviewer.ask(drawCase(sampleQuestions.open, 1), { seconds: 1, overtime: false }, position);
    await settle();
    await pass(at, 1000);
    await reply;
    const feeling = interviewer.feel(drawCase(sampleQuestions.open, 1));
    await settle();
    at.type(keys.ctrl("c"));
    expect(await feeling).toEqual({ type: "stop", how: "interrupt" });
  });

  test("a window that is closed ends the session, not the answer", async () => {
    const { at, feeling } = await feel([]);
    at.hangUp();
    expect(await feeling).toEqual({ type: "stop", how: "interrupt" });
  });
});

describe("going on", () => {
  const good = { rating: "good", by: "marks" } as const;

  async function goOn(typed: readonly string[], looking: Looking, screen: Parameters<typeof fakeScreen>[0] = {}) {
    const at = await openScreen(screen);
    const interviewer = (screen.plain === true ? createPlainInterviewer : createInterviewer)(at.options);
    const gone = interviewer.goOn?.(looking);
    await settle();
    const before = await at.screen();
    for (const each of typed) {
      at.type(each);
      await settle();
    }
    return { at, interviewer, before, gone };
  }

  test.each([
    [[keys.enter], { rating: undefined, stopped: undefined }],
    [["e", keys.enter], { rating: "easy", stopped: undefined }],
    [["a", "H", keys.enter], { rating: "hard", stopped: undefined }],
    [["e", "g", keys.enter], { rating: undefined, stopped: undefined }],
    [["x", " ", keys.down, keys.paste("a"), keys.enter], { rating: undefined, stopped: undefined }],
    [["q"], { rating: undefined, stopped: "quit" }],
    [["e", "q"], { rating: "easy", stopped: "quit" }],
    [["e", letters.quit], { rating: "easy", stopped: "quit" }],
    [["h", keys.ctrl("c")], { rating: "hard", stopped: "interrupt" }],
  ] as const)("%j is %j", async (typed, wanted) => {
    const { at, gone } = await goOn(typed, { isLast: false, rated: good });
    expect(await gone).toEqual(wanted);
    expect(at.isRaw()).toBe(false);
  });

  test("takes two rows: how it counts, and what may be done", async () => {
    expect((await goOn([], { isLast: false, rated: good })).before).toBe(
      "Remembered: again  hard  [good]  easy  by its marks\nEnter next question · a h g e rate it · q end here",
    );
    const narrow = await goOn(["e"], { isLast: false, rated: good }, { columns: 60, rows: 20 });
    expect(await narrow.at.screen()).toBe("Remembered: again  hard  good  [easy]  by you\nEnter next question · a h g e rate it · q end here");
    expect((await goOn([], { isLast: false, rated: { rating: "hard", by: "person" } })).before).toContain("[hard]  good  easy  by you");
    expect((await goOn([], { isLast: false, rated: undefined })).before).toBe("Enter next question · q end here");
  });

  test("leaves nothing behind but what was changed", async () => {
    const { at, gone } = await goOn([keys.enter], { isLast: false, rated: good });
    await gone;
    expect(await at.screen()).toBe("");
    const changed = await goOn(["e", keys.enter], { isLast: false, rated: good });
    await changed.gone;
    expect(await changed.at.screen()).toBe("Rated easy.");
  });

  test("at the end leads to how it went; there is nothing to leave", async () => {
    const { before, gone } = await goOn(["q", "q", letters.quit], { isLast: true, rated: good });
    expect(before).toContain("\nEnter how it went · a h g e rate it");
    expect(before).not.toContain("end here");
    expect(await gone).toEqual({ rating: undefined, stopped: undefined });
    expect(await (await goOn([keys.ctrl("c")], { isLast: true, rated: good })).gone).toEqual({ rating: undefined, stopped: "interrupt" });
  });

  test("what does not count for the memory is not rated", async () => {
    expect(await (await goOn(["e", keys.enter], { isLast: false, rated: undefined })).gone).toEqual({ rating: undefined, stopped: undefined });
  });

  test("has no clock: it may take all night, the machine may sleep, and Enter still goes on", async () => {
    const { at, gone } = await goOn([letters.pause], { isLast: false, rated: good });
    at.clocks.wall += 8 * 3_600_000;
    await pass(at, 5000);
    expect(await at.screen()).not.toContain("clock");
    at.type(keys.enter);
    expect(await gone).toEqual({ rating: undefined, stopped: undefined });
  });

  test("who has left asks nothing more, and waits for nothing", async () => {
    const { interviewer, gone } = await goOn(["q"], { isLast: false, rated: good });
    await gone;
    expect(await interviewer.goOn?.({ isLast: false, rated: good })).toEqual({ rating: undefined, stopped: "quit" });
    expect(await interviewer.ask(drawCase(sampleQuestions.open, 1), untimed, position)).toEqual({ type: "stop", how: "quit", answer: undefined });
  });

  test("a window that is closed ends the session", async () => {
    const { at, gone } = await goOn(["h"], { isLast: false, rated: good });
    at.hangUp();
    expect(await gone).toEqual({ rating: "hard", stopped: "interrupt" });
  });

  test.each([
    ["\n", { rating: undefined, stopped: undefined }],
    ["easy\n\n", { rating: "easy", stopped: undefined }],
    ["what\nhard\n\n", { rating: "hard", stopped: undefined }],
    ["q\n", { rating: undefined, stopped: "quit" }],
    [":quit\n", { rating: undefined, stopped: "quit" }],
  ] as const)("line by line %j is %j", async (typed, wanted) => {
    const { at, gone } = await goOn([typed], { isLast: false, rated: good }, { plain: true });
    expect(await gone).toEqual(wanted);
    expect(at.written()).toContain(
      "\nRemembered: good, by its marks. Type again, hard, good or easy to change it.\nEnter for the next question, q to end here: ",
    );
    expect(at.written()).not.toContain("\x1b");
  });
});

describe("own words", () => {
  const mark = { id: "metric", text: "Names one *store metric*", weight: 1, status: "not-found" as const, strength: 0, evidence: [] };
  const sentences = [
    "Holes on the shelf fell from eight to five in a hundred.",
    "I asked the buyers first.",
    "Third one.",
    "Fourth one.",
    "Fifth one.",
    "Sixth one.",
  ];

  async function phrase(typed: string, screen: Parameters<typeof fakeScreen>[0] = {}, offered: readonly string[] = sentences) {
    const at = await openScreen(screen);
    const interviewer = (screen.plain === true ? createPlainInterviewer : createInterviewer)(at.options);
    const words = interviewer.phrase(mark, offered);
    await settle();
    const before = await at.screen();
    if (typed !== "") at.type(typed);
    await settle();
    return { at, interviewer, before, words };
  }

  test.each([
    ["1", sentences[0]],
    ["5", sentences[4]],
    [keys.enter, undefined],
    [`6${keys.enter}`, undefined],
    [letters.skip, undefined],
    [keys.ctrl("c"), undefined],
  ])("%j keeps %j", async (typed, wanted) => {
    expect(await (await phrase(typed)).words).toBe(wanted);
  });

  test("are shown as they were said, five at most, beneath what the mark looked for", async () => {
    const { before } = await phrase("", { columns: 50 });
    expect(before).toMatch(/known next\ntime\?\nNames one store metric\n\n1 Holes on the shelf fell from eight to five in a\n {2}hundred\.\n2 I asked/);
    expect(before).not.toContain("Sixth");
  });

  test("are not asked for when there are none", async () => {
    expect(await (await phrase("", {}, [])).words).toBeUndefined();
  });

  test("line by line", async () => {
    const { at, words } = await phrase("2\n", { plain: true });
    expect(await words).toBe(sentences[1]);
    expect(at.written()).toContain("Names one store metric\n\nWhich of your words said this, to be known next time?\n1 Holes");
    expect(at.written()).toContain("\nNumber, or Enter to keep none: ");
  });

  test("Ctrl-C ends the session at the next question, and no more words are asked for", async () => {
    const { interviewer, words } = await phrase(keys.ctrl("c"));
    await words;
    expect(await interviewer.phrase(mark, sentences)).toBeUndefined();
    expect(await interviewer.ask(drawCase(sampleQuestions.open, 1), untimed, position)).toEqual({ type: "stop", how: "interrupt", answer: undefined });
  });
});

describe("star", () => {
  test("asks its four parts one after another, each with its own time; the seconds add up", async () => {
    const { at, reply } = await ask("star", { seconds: 240, overtime: false });
    for (const [title, typed] of [
      ["Situation", "s"],
      ["Task", ""],
      ["Action", "a"],
      ["Result", "r"],
    ] as const) {
      expect(await at.screen()).toContain(title);
      expect(await at.screen()).toContain("1:00 left");
      await pass(at, 2000);
      at.type(typed === "" ? letters.skip : `${typed}${letters.handIn}`);
      await settle();
    }
    expect(await reply).toMatchObject({ type: "answer", answer: { body: { parts: { situation: "s", task: "", action: "a", result: "r" } }, seconds: 8 } });
  });

  test("goes on to the next part when the time of one is up", async () => {
    const { at, reply } = await ask("star", { seconds: 40, overtime: false });
    at.type("the bus");
    await pass(at, 10_000);
    expect(await at.screen()).toContain("Time for the situation. On to the task.");
    at.type(letters.quit);
    expect(await reply).toMatchObject({ type: "stop", how: "quit", answer: { body: { parts: { situation: "the bus" } }, timedOut: true } });
  });

  test("with every part skipped is skipped", async () => {
    expect(await answerTo("star", [letters.skip, letters.skip, letters.skip, letters.skip])).toEqual({ type: "skip" });
  });
});

describe("the clock", () => {
  test("warns in words at a quarter and at ten seconds, and hands in at zero", async () => {
    const { at, reply } = await ask("open", aMinute);
    at.type("so far");
    await pass(at, 45_000);
    expect(await at.screen()).toContain("0:15 left, last quarter");
    await pass(at, 5000);
    expect(await at.screen()).toContain("0:10 left, last seconds");
    await pass(at, 10_000);
    expect(await reply).toMatchObject({ type: "answer", answer: { body: { text: "so far" }, seconds: 60, timedOut: true, overtime: 0 } });
    expect(await at.screen()).toContain("Time. What you had is handed in.");
  });

  test("runs on with overtime, and says by how much", async () => {
    const { at, reply } = await ask("open", { seconds: 60, overtime: true });
    at.type("so far");
    await pass(at, 72_000);
    expect(await at.screen()).toContain("Time. 0:12 over");
    at.type(letters.handIn);
    expect(await reply).toMatchObject({ answer: { seconds: 72, timedOut: true, overtime: 12 } });
  });

  test("stands still in a pause, which is told and kept; keys wait", async () => {
    const { at, reply } = await ask("open", aMinute);
    at.type(`one${letters.pause}`);
    await pass(at, 300_000);
    at.type("two");
    await settle();
    expect(await at.screen()).toContain("paused, 1:00 left");
    expect(await at.screen()).toContain("The clock is stopped. Ctrl-P goes on.");
    at.type(letters.pause);
    await pass(at, 5000);
    at.type(letters.handIn);
    expect(await reply).toMatchObject({ answer: { body: { text: "one" }, seconds: 5, paused: 300 } });
  });

  test("does not run out while the machine sleeps; it says how long that was and asks", async () => {
    const { at, reply } = await ask("open", aMinute);
    at.type("one");
    await pass(at, 3000);
    at.clocks.wall += 45 * 60_000;
    await pass(at, 1000);
    expect(await at.screen()).toContain("The machine slept for 45 minutes");
    at.type(letters.pause);
    await pass(at, 1000);
    at.type(letters.handIn);
    expect((await reply) as unknown).toMatchObject({ answer: { body: { text: "one" }, timedOut: false } });
  });

  test("is not moved by a wall clock that is set back", async () => {
    const { at } = await ask("open", aMinute);
    at.clocks.wall -= 3_600_000;
    await pass(at, 2000);
    expect(await at.screen()).toContain("0:58 left");
  });

  test("tells the phase and what is left of it", async () => {
    const { at } = await ask("open", { seconds: 120, overtime: false });
    expect(await at.screen()).toContain("2:00 left · clarify 0:30");
    await pass(at, 31_000);
    expect(await at.screen()).toContain("frame 1:29");
  });

  test("tells the words typed and how long they take to say at 140 a minute", async () => {
    const { at } = await ask("open");
    at.type("word ".repeat(70));
    await settle();
    expect(await at.screen()).toContain("70 words · 0:30 if spoken");
  });

  test("repaints once a second and no more while nobody types", async () => {
    const { at } = await ask("open", aMinute);
    await pass(at, 1000);
    const before = at.written().length;
    await pass(at, 10_000);
    const bytes = at.written().slice(before);
    expect(bytes.match(/left/g)).toHaveLength(10);
    expect(bytes).not.toContain("Walmart");
  });
});

describe("chords", () => {
  test("hints come one at a time and are counted", async () => {
    const { at, reply } = await ask("choice");
    at.type(letters.hint);
    await settle();
    expect(await at.screen()).toContain("Hint 1: Think of the shelf first.");
    at.type(letters.hint + letters.hint);
    await settle();
    expect(await at.screen()).toContain("Hint 2: Then of the dollars per store.");
    expect(await at.screen()).toContain("That was the last hint.");
    at.type(`a${keys.enter}`);
    expect(await reply).toMatchObject({ answer: { hints: 2 } });
  });

  test("Ctrl-N skips at once when nothing is typed, and asks once when something is", async () => {
    expect(await answerTo("open", [letters.skip])).toEqual({ type: "skip" });
    const { at, reply } = await ask("open");
    at.type(`words${letters.skip}`);
    await settle();
    expect(await at.screen()).toContain("Ctrl-N again skips");
    at.type(`more${letters.skip}${letters.skip}`);
    expect(await reply).toEqual({ type: "skip" });
  });

  test.each([
    ["Ctrl-Q", letters.quit, "quit"],
    ["Ctrl-C", keys.ctrl("c"), "interrupt"],
  ])("%s stops with what was typed, and without an answer when nothing was", async (_, key, how) => {
    expect(await answerTo("open", [`words${key}`])).toMatchObject({ type: "stop", how, answer: { body: { text: "words" } } });
    expect(await answerTo("open", [key])).toEqual({ type: "stop", how, answer: undefined });
  });

  test("a lost terminal is an interrupt, and the text is kept", async () => {
    const { at, reply } = await ask("open");
    at.type("words");
    await settle();
    at.hangUp();
    expect(await reply).toMatchObject({ type: "stop", how: "interrupt", answer: { body: { text: "words" } } });
    expect(at.isRaw()).toBe(false);
  });
});

describe("an arrow key that comes in two reads", () => {
  test.each([
    ["is one key", 240],
    ["is one key on a machine so busy that the time is over when the rest is read", 250],
  ])("%s", async (_, wait) => {
    const { at } = await ask("open");
    at.type("ac\x1b");
    await settle();
    vi.advanceTimersByTime(wait - 16);
    at.type("[Db");
    await settle();
    expect(await at.screen()).toMatch(/^abc$/m);
  });

  test("is dropped when the rest does not come", async () => {
    const { at } = await ask("open");
    at.type("ac\x1b[");
    await settle();
    vi.advanceTimersByTime(250);
    await settle();
    at.type("Db");
    await settle();
    expect(await at.screen()).toMatch(/^acDb$/m);
  });
});

describe("an error inside a prompt", () => {
  test("reaches the caller, with the terminal put back", async () => {
    const at = await openScreen();
    const broken = {
      ...at.options,
      drafts: {
        keep: () => {
          throw new Error("the draft could not be kept");
        },
        take: () => undefined,
      },
    };
    const reply = createInterviewer(broken).ask(drawCase(sampleQuestions.open, 1), aMinute, position);
    reply.catch(() => undefined);
    await settle();
    at.type("words");
    await settle();
    await pass(at, 1000);
    await expect(reply).rejects.toThrow("the draft could not be kept");
    expect(at.isRaw()).toBe(false);
    expect(at.written().lastIndexOf("\x1b[?25h")).toBeGreaterThan(at.written().lastIndexOf("\x1b[?25l"));
  });
});

describe("correcting the marks", () => {
  const grade: Grade = {
    score: 0.5,
    band: "getting there",
    marks: (["found", "partly", "not-found"] as const).map((status, index) => ({
      id: `point-${index}`,
      text: `Point ${index}`,
      weight: 1,
      status,
      strength: 1 - index / 2,
      evidence: [],
    })),
    pitfalls: [],
    flags: [],
    levels: [],
    workings: [],
    next: undefined,
    rules: 1,
  };
  const answer = { body: { kind: "open", text: "x" }, seconds: 1, timedOut: false, overtime: 0, hints: 0, paused: 0 } as const;

  async function correct(kind: Kind, typed: string) {
    const at = await openScreen();
    const interviewer = createInterviewer(at.options);
    const correction = interviewer.correct(drawCase(sampleQuestions[kind], 1), answer, grade);
    await settle();
    const screen = await at.screen();
    at.type(typed);
    await settle();
    return { interviewer, screen, correction };
  }

  test("shows them ticked in advance", async () => {
    const { screen } = await correct("open", keys.enter);
    expect(screen).toContain("> [x] Point 0\n  [~] Point 1\n  [ ] Point 2");
  });

  test("gives only what differs", async () => {
    expect(await (await correct("star", `${keys.down}${keys.down} ${keys.enter}`)).correction).toEqual({ "point-2": "found" });
    expect(await (await correct("open", `   ${keys.enter}`)).correction).toEqual({});
  });

  test("takes a rating by its letter, and gives it back by the same letter; who agrees presses nothing more", async () => {
    const ratingBy = async (typed: string) => {
      const { interviewer, correction } = await correct("open", typed);
      expect(await correction).toEqual({});
      return interviewer.rating?.(drawCase(sampleQuestions.open, 1));
    };
    expect(await ratingBy(keys.enter)).toBeUndefined();
    expect(await ratingBy(`h${keys.enter}`)).toBe("hard");
    expect(await ratingBy(`hE${keys.enter}`)).toBe("easy");
    expect(await ratingBy(`gg${keys.enter}`)).toBeUndefined();
  });

  test("is not offered for kinds that are marked exactly", async () => {
    expect(await (await correct("choice", "")).correction).toBeUndefined();
  });

  test("Ctrl-C there ends the session at the next question", async () => {
    const { interviewer, correction } = await correct("open", keys.ctrl("c"));
    expect(await correction).toBeUndefined();
    expect(await interviewer.ask(drawCase(sampleQuestions.open, 1), untimed, position)).toEqual({ type: "stop", how: "interrupt", answer: undefined });
  });
});

describe("line by line", () => {
  const plain = { plain: true };

  test.each([
    ["choice", ["b"], { kind: "choice", chosen: [0] }],
    ["choice", ["z", "b"], { kind: "choice", chosen: [0] }],
    ["recall", ["130", "180k"], { kind: "recall", texts: ["130", "180k"] }],
    ["numeric", ["60,000"], { kind: "numeric", text: "60,000" }],
    ["order", ["3 2", "3 2 4 1"], { kind: "order", order: [0, 1, 2, 3] }],
    ["sort", ["2", "9", "1", "1"], { kind: "sort", buckets: [0, 0, 1] }],
    ["open", ["one", "", "two", "."], { kind: "open", text: "one\n\ntwo" }],
    ["open", [".", "one", "."], { kind: "open", text: "one" }],
  ] as const)("%s: %j", async (kind, lines, body) => {
    const { at, reply } = await ask(kind, untimed, plain);
    for (const line of lines) {
      at.type(`${line}\n`);
      await settle();
    }
    expect(await reply).toMatchObject({ type: "answer", answer: { body } });
    expect(at.written()).not.toMatch(/\x1b|\r/);
  });

  test("tells the clock at a quarter, at ten seconds and at the end, and takes the line that is being typed", async () => {
    const { at, reply } = await ask("open", aMinute, plain);
    at.type("one\n");
    await pass(at, 61_000);
    expect(at.written().match(/A quarter of the time is left: 15 seconds\.|10 seconds left\.|Time\./g)).toEqual([
      "A quarter of the time is left: 15 seconds.",
      "10 seconds left.",
      "Time.",
    ]);
    at.type("two\n");
    expect(await reply).toMatchObject({ type: "answer", answer: { body: { text: "one\ntwo" }, timedOut: true } });
  });

  test.each([
    [":skip", { type: "skip" }],
    [":quit", { type: "stop", how: "quit", answer: undefined }],
  ])("%s is a word that acts", async (word, expected) => {
    const { at, reply } = await ask("open", untimed, plain);
    at.type(`${word}\n`);
    expect(await reply).toEqual(expected);
  });

  test(":hint gives a hint and :pause stops the clock until it is said again", async () => {
    const { at, reply } = await ask("open", aMinute, plain);
    at.type(":hint\n:pause\n");
    await pass(at, 100_000);
    at.type(":pause\nwords\n.\n");
    await settle();
    expect(await reply).toMatchObject({ answer: { body: { text: "words" }, hints: 1, paused: 100, seconds: 0 } });
    expect(at.written()).toContain("Hint 1: Think of the shelf first.");
    expect(at.written()).toContain("The clock is stopped. :pause goes on.");
  });

  test.each(["open", "choice", "sort"] as const)("%s: a narrow terminal need not break a line, and lines are typed on a clean row", async (kind) => {
    const { at } = await ask(kind, aMinute, { ...plain, columns: 44 });
    const rows = at.written().split("\n");
    expect(rows.filter((row) => row.length > 44)).toEqual([]);
    expect(rows.at(-1)).toMatch(kind === "open" ? /^$/ : /\S: $/);
  });

  test("a rating is said in its word among the marks", async () => {
    const at = await openScreen(plain);
    const interviewer = createPlainInterviewer(at.options);
    const marks = [{ id: "a", text: "A", weight: 1, status: "found", strength: 1, evidence: [] }] as const;
    const rest = { score: 1, band: "strong", pitfalls: [], flags: [], levels: [], workings: [], next: undefined, rules: 1 } as const;
    const answer = { body: { kind: "open", text: "x" }, seconds: 1, timedOut: false, overtime: 0, hints: 0, paused: 0 } as const;
    const asked = drawCase(sampleQuestions.open, 1);
    const correction = interviewer.correct(asked, answer, { marks, ...rest });
    for (const line of ["hard", "hard", "hard", "1", "1", "1", ""]) {
      await settle();
      at.type(`${line}\n`);
    }
    expect(await correction).toEqual({});
    const ask = "\nNumber, or Enter: ";
    // Each change is told, and the list not again.
    expect(at.written()).toContain(
      `1: yes: A${ask}Rated hard.${ask}Rated as its marks do.${ask}Rated hard.${ask}1: half: A${ask}1: no: A${ask}1: yes: A${ask}`,
    );
    expect(interviewer.rating?.(asked)).toBe("hard");
  });

  test("of a terminal, lines typed before the question are dropped", async () => {
    const at = await openScreen({ plain: true });
    at.type("early\n.\n");
    await settle();
    const reply = createPlainInterviewer(at.options).ask(drawCase(sampleQuestions.open, 1), untimed, position);
    await settle();
    at.type("late\n.\n");
    expect(await reply).toMatchObject({ answer: { body: { text: "late" } } });
  });

  test("a pipe loses no line and hands in what there is when it ends", async () => {
    const at = await openScreen({ isTerminal: false, plain: true });
    at.type("b\n130\n180");
    at.hangUp();
    const interviewer = createPlainInterviewer(at.options);
    expect(await interviewer.ask(drawCase(sampleQuestions.choice, 1), untimed, position)).toMatchObject({ answer: { body: { chosen: [0] } } });
    expect(await interviewer.ask(drawCase(sampleQuestions.recall, 1), untimed, position)).toMatchObject({ answer: { body: { texts: ["130", "180"] } } });
    expect(await interviewer.ask(drawCase(sampleQuestions.open, 1), untimed, position)).toEqual({ type: "stop", how: "quit", answer: undefined });
  });
});
