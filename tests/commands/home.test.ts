// Room: tests. `coach` alone: who you prepare for, also where the library has decks of a role but no loop.
import { describe, expect, test } from "vitest";
import type { Home } from "../../src/terminal/views/home.ts";
import { roleOf, rolesIn } from "../../src/cli/runs/roles.ts";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { aPlace } from "../support/coach.ts";

const { library } = readLibrary(rootsOf(process.cwd()), (absolute) => absolute);
const roles = rolesIn(library);

describe("the roles of the library", () => {
  test("are those with a loop, and those with decks alone", () => {
    expect(roles.map(({ id, company, role, loop }) => [id, company, role, loop?.id])).toEqual([
      ["jd/ai-pm", "JD.com", "AI/ML product manager", "jd/ai-pm"],
      ["walmart/ai-pm", "Walmart", "AI/ML product manager", "walmart/ai-pm"],
      ["walmart/data-scientist", "Walmart", "Data scientist", undefined],
      ["walmart/senior-manager-ds", "Walmart", "Senior manager, data science", undefined],
    ]);
  });

  test.each([
    ["Walmart", "Data scientist", "walmart/data-scientist"],
    ["walmart", "data-scientist", "walmart/data-scientist"],
    ["JD.com", undefined, "jd/ai-pm"],
    ["Walmart", undefined, "walmart/ai-pm"],
    ["Walmart", "Baker", "walmart/ai-pm"],
    ["Elsewhere", "Data scientist", undefined],
    [undefined, "Data scientist", undefined],
  ])("are found by what is set: %s, %s: %s", (company, role, id) => {
    expect(roleOf({ company, role }, roles)?.id).toBe(id);
  });
});

async function homeOf(place: ReturnType<typeof aPlace>): Promise<Home> {
  return (await place.json([])) as Home;
}

test("home of a role without a loop is of that role: its drill, no rounds, and no word of them", async () => {
  const place = aPlace();
  await place.coach("config set company Walmart");
  await place.coach(["config", "set", "role", "Data scientist"]);
  await place.coach("config set interview-date 2026-12-11");
  const before = await homeOf(place);
  expect(before).toMatchObject({ company: "Walmart", role: "Data scientist", board: [] });
  expect(before.today[0]?.command).toBe("coach drill walmart/data-scientist --minutes 20");
  await place.coach("grade walmart/data-scientist/demand-forecasting/design --keep", "I would forecast units for each store and day.");
  expect((await homeOf(place)).advice).toBe("What went worst comes first with coach drill walmart/data-scientist --weak.");
});
