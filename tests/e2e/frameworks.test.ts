// Room: tests. A framework practised at a real terminal through the built program: three steps, part by part, and another prompt the next time.
import { beforeEach, expect, test } from "vitest";
import { aHome, type Home } from "../support/home.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";

let home: Home;

beforeEach(() => {
  home = aHome();
});

function practise(args: readonly string[], columns = 80): TestTerminal {
  return home.onTerminal(["frameworks", "practice", ...args], { columns });
}

function asked(): readonly unknown[] {
  return home.kept().flatMap(({ type, question }) => (type === "attempt" ? [question] : []));
}

const parts = ["situation", "task", "action", "result"] as const;

async function goOn(terminal: TestTerminal, to = "next question"): Promise<void> {
  await terminal.waitFor(`Enter ${to}`);
  terminal.type(keys.enter);
}

async function recallAndOrder(terminal: TestTerminal): Promise<void> {
  await terminal.waitFor("1 of 3");
  // Any order, and a slip of spelling.
  for (const part of ["result", "acton", "task", "situation"]) terminal.type(part + keys.enter);
  await goOn(terminal);
  await terminal.waitFor("STAR: the parts");
  const order = await terminal.waitFor("2 of 3");
  expect(terminal.everything()).toMatch(/100 %[^\n]*STAR: the\s+parts/);
  const shown = [...order.matchAll(/^[> ] ([1-4])\. (\w+)$/gm)].map(([, number = "", name = ""]) => ({ number, name: name.toLowerCase() }));
  expect(shown).toHaveLength(4);
  terminal.type(parts.map((part) => shown.find(({ name }) => name === part)?.number ?? "").join("") + keys.enter);
  await goOn(terminal);
  await terminal.waitFor("3 of 3");
  expect(terminal.everything()).toMatch(/100 %[^\n]*STAR: the\s+order/);
}

test.each([80, 60])("three steps at %i columns, marked part by part; the next time another prompt comes", async (columns) => {
  const first = practise(["star", "--no-confidence"], columns);
  await recallAndOrder(first);
  first.type("We were losing nine percent of orders. I was the owner, and my boss wanted it fixed by Monday. ");
  first.type("I traced it to a null, paused the job and phoned the buyers. Since then the check has blocked two bad uploads.");
  first.type(keys.ctrl("D"));
  await first.waitFor("What did you say?");
  expect(first.everything()).toMatch(/Situation:\s+Where/);
  first.type(keys.enter);
  await goOn(first, "how it went");
  await first.waitFor("See it again: coach history");
  expect((await first.ended).status).toBe(0);
  const [recall, order, apply = ""] = asked();
  expect([recall, order]).toEqual(["frameworks/star/recall", "frameworks/star/order"]);
  expect(apply).toMatch(/^frameworks\/star\/apply-/);

  const second = practise(["star", "--no-confidence", "--no-timer"], columns);
  await recallAndOrder(second);
  second.type(`Something else.${keys.ctrl("D")}`);
  await second.waitFor("What did you say?");
  second.type(keys.enter);
  await goOn(second, "how it went");
  await second.ended;
  const again = asked().slice(3).at(-1) ?? "";
  expect(again).toMatch(/^frameworks\/star\/apply-/);
  expect(again).not.toBe(apply);
});

test("line by line with --plain, and left early what was answered is kept", async () => {
  const terminal = practise(["star", "--plain", "--no-confidence", "--no-timer"]);
  await terminal.waitFor("1 of 3");
  terminal.type(`situation; task; action; result${keys.enter}`);
  for (let line = 0; line < 3; line += 1) terminal.type(keys.enter);
  await goOn(terminal, "for the next question");
  await terminal.waitFor("2 of 3");
  terminal.type(keys.ctrl("C"));
  await terminal.waitFor(/Interrupted/);
  expect((await terminal.ended).status).toBe(130);
  expect(asked()).toEqual(["frameworks/star/recall"]);
  expect(terminal.bytes()).not.toMatch(/\u001b\[\d*[AJK]/);
});
