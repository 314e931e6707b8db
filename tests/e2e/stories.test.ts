// Room: tests. The story bank through the built program in a terminal: a story told, found again in ten seconds, mapped.
import { expect, test } from "vitest";
import { aHome } from "../support/home.ts";
import { keys } from "../support/terminal.ts";

test("a story is told again in 30 seconds, then found by a few letters of its title", async () => {
  const first = {
    situation: "The price feed broke on a Friday night.",
    task: "I was on call.",
    action: "I rang the vendor.",
    result: "No wrong tag was sold.",
  };
  const question = "general/behavioural/star/unowned-problem";
  const input = JSON.stringify({ answers: [{ question, answer: first }] });
  const home = aHome();
  expect(home.run(["star", question, "--answers", "-"], input).status).toBe(0);

  const telling = home.onTerminal(["star", "tell", "1", "--seconds", "30", "--no-confidence"]);
  for (const part of ["Situation", "Task", "Action", "Result"]) {
    await telling.waitFor(`${part} (part`);
    telling.type(`${part} was the price feed on a Friday night.`);
    await telling.waitFor(`${part} was the price`);
    telling.type(keys.ctrl("D"));
  }
  await telling.waitFor("What did you say?");
  telling.type(keys.enter);
  expect((await telling.ended).status).toBe(0);
  expect(telling.everything()).toContain("Kept as version 2 of story 1");

  const recall = home.onTerminal(["star", "recall", "--count", "1"]);
  await recall.waitFor("1 of 1");
  recall.type(`pri${keys.enter}`);
  expect((await recall.ended).status).toBe(0);
  expect(recall.everything()).toMatch(/Found in \d+ s: story 1[\s\S]*1 of 1 prompt found/);
  expect(JSON.parse(home.run(["star", "list", "--json"]).out)).toMatchObject({ stories: [{ number: 1, versions: [{ number: 1 }, { number: 2 }] }] });
});
