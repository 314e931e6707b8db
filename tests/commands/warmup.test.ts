// Room: tests. `coach warmup`: what somebody has and knows, and nothing else.
import { expect, test } from "vitest";
import type { Warmup } from "../../src/domain/warmup.ts";
import { aPlace } from "../support/coach.ts";

const story = {
  situation: "Stores lost 4 percent of fresh sales to empty shelves, and three teams held a piece of the cause.",
  task: "I owned the forecast from the raw sales to the list on the store manager's screen.",
  action: "I agreed the data with engineering, the trial with operations and the list with merchandising.",
  result: "Empty shelves fell from 8 to 5 percent in ten stores. Merchandising paid for a hundred more.",
};

test("before anything was done it has the loop's signals and figures, fits a window, and says what would stand there", async () => {
  const { status, out } = await aPlace().coach("warmup walmart/ai-pm");
  expect(status).toBe(0);
  expect(out).toMatch(/^Ten minutes before Walmart: AI\/ML product manager\n\nBreathe in for four, out for six/);
  expect(out).toContain("Impact quantification");
  expect(out.replace(/\s+/g, " ")).toContain("Nothing of your own yet: a story (coach star)");
  expect(out.split("\n").length).toBeLessThanOrEqual(48);
});

test("then the best stories with their results", async () => {
  const place = aPlace();
  const question = "walmart/ai-pm/star/across-teams";
  await place.coach(`star ${question} --answers -`, JSON.stringify({ answers: [{ question, answer: story, seconds: 200 }] }));
  const warmup = (await place.json("warmup walmart/ai-pm")) as Warmup;
  expect(warmup.stories).toMatchObject([{ number: 1, result: story.result }]);
  expect((await place.coach("warmup walmart/ai-pm")).out.replace(/\s+/g, " ")).toContain("→ Empty shelves fell from 8 to 5 percent in ten stores.");
});

test("a loop that is not there is told; without one the page is of nobody in particular", async () => {
  expect(await aPlace().coach("warmup wallmart")).toMatchObject({ status: 2, err: expect.stringContaining('Did you mean "walmart"?') as string });
  expect((await aPlace().coach("warmup")).out).toMatch(/^Ten minutes before the interview\n/);
});
