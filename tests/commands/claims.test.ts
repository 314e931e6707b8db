import { expect, test } from "vitest";
import { aPlace, type Place } from "../support/coach.ts";

const question = "walmart/ai-pm/star/across-teams";

function telling(result: string): string {
  return JSON.stringify({
    answers: [
      {
        question,
        answer: {
          situation: "Stores lost 4 percent of fresh sales to empty shelves, and three teams held a piece of the cause.",
          task: "I owned the forecast from the raw sales to the list on the store manager's screen, by the autumn.",
          action: "I agreed the data with engineering, the trial with store operations and the list with merchandising.",
          result,
        },
      },
    ],
  });
}

const tell = (place: Place, result: string, more = "") => place.coach(`star ${question} --answers -${more}`, telling(result));
const first = "Empty shelves fell from 8 to 5 percent in ten stores, and merchandising paid for a hundred more.";
const second = "Empty shelves fell from 8 to 2 percent in ten stores, and merchandising paid for a hundred more.";

test("a story told with another number is told of, with both sentences and the day", async () => {
  const place = aPlace();
  expect((await tell(place, first)).out).not.toContain("another number");
  const { status, out } = await tell(place, second);
  expect(status).toBe(0);
  const rows = out.replace(/\s+/g, " ");
  expect(rows).toContain(
    `You told this story with another number before ! Now 8 to 2 percent: "${second}" On 2026-12-01 8 to 5 percent: "${first}" Interviewers compare notes`,
  );
});

test("the same, as JSON", async () => {
  const place = aPlace();
  await tell(place, first);
  const session = JSON.parse((await tell(place, second, " --json")).out) as { readonly attempts: readonly unknown[] };
  expect(session.attempts).toMatchObject([
    { conflicts: [{ now: { number: "8 to 2 percent", sentence: second }, before: { number: "8 to 5 percent", sentence: first }, question }] },
  ]);
});

test("the same story told again is not told of", async () => {
  const place = aPlace();
  await tell(place, first);
  const session = JSON.parse((await tell(place, first, " --json")).out) as { readonly attempts: readonly unknown[] };
  expect(session.attempts).toMatchObject([{ conflicts: [] }]);
});
