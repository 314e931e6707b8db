import { describe, expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

describe("the command line", () => {
  test.each([
    ["qiuz", 'there is no command "qiuz"', 'Did you mean "coach quiz"'],
    ["quiz walmrt", 'there is no company "walmrt"', 'Did you mean "walmart"'],
    ["quiz netflix", 'there is no company "netflix"', "There is: jd (JD.com"],
    ["drill nothing-like-it", 'there is no company, deck, round, competency or question "nothing-like-it"', "coach decks list"],
    ["quiz walmart --count many", '--count takes a whole number from 1 to 200, not "many"', ""],
    ["quiz walmart --count 0", "--count takes a whole number from 1 to 200", ""],
    ["quiz walmart --kind essay", "--kind takes one or more of choice, recall", ""],
    ["quiz walmart --cuont 3", "unknown option '--cuont'", "Did you mean --count"],
    ["quiz", "missing required argument 'company'", ""],
    ["history --since 2026-02-30", "--since takes a day", ""],
    ["frameworks show retail-impact-triangel", "there is no framework", 'Did you mean "retail-impact-triangle"'],
    ["loops show walmart/ai-mp", "there is no loop", 'Did you mean "walmart/ai-pm"'],
    ["decks show walmart/ai-pm/casse", "there is no deck", 'Did you mean "walmart/ai-pm/cases"'],
    ["decks lint nowhere", "there is no deck or folder at", ""],
    ["facts wallmart", "there is no page of facts", 'Did you mean "walmart"'],
    ["config get nmae", 'no setting "nmae"', ""],
    ["config set interview-date tomorrow", "interview-date", ""],
    ["export posters --company walmart", 'there is no export "posters"', "checklist"],
    ["export checklist", "a checklist is for one company", "walmart/ai-pm"],
    ["completion tcsh", 'there is no completion for "tcsh"', "bash, zsh, fish"],
    ["star no-such-thing", "there is no STAR question", ""],
  ])("%s is refused with what is wrong and what to do, and exits 2", async (line, message, advice) => {
    const { status, out, err } = await aPlace().coach(line);
    expect(err.toLowerCase()).toContain(message.toLowerCase());
    expect(err).toContain(advice);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });

  test.each(["drill walmart", "quiz walmart", "star"])("%s without a terminal says how to do without one", async (line) => {
    const { status, err } = await aPlace().coach(line);
    expect(err).toContain("there is no terminal to ask on");
    expect(err).toContain("--answers");
    expect(status).toBe(2);
  });

  test.each(["--help", "help", "drill --help", "help drill", "decks lint --help"])("%s prints help on standard output and does nothing else", async (line) => {
    const { status, out, err } = await aPlace().coach(line);
    expect(out).toContain("Usage: coach");
    expect(out).toContain("Examples:");
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  test("--version prints the version alone", async () => {
    const { status, out } = await aPlace().coach("--version");
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  });

  test("options that hold everywhere may stand before or after the command", async () => {
    const place = aPlace();
    const before = await place.coach("--json loops list");
    const after = await place.coach("loops list --json");
    expect(before.out).toBe(after.out);
    expect(JSON.parse(before.out)).toHaveProperty("loops");
  });
});

describe("coach decks list --json", () => {
  test("counts the questions by company, role, kind and competency, over the decks that it lists", async () => {
    const { out } = await aPlace().coach("decks list --json");
    const { questions, counts, decks } = JSON.parse(out) as {
      readonly questions: number;
      readonly counts: Readonly<Record<"companies" | "roles" | "kinds" | "competencies", Readonly<Record<string, number>>>>;
      readonly decks: readonly { readonly company: string | null; readonly questions: number; readonly competencies: Readonly<Record<string, number>> }[];
    };
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
    for (const each of ["companies", "roles", "kinds"] as const) expect(sum(Object.values(counts[each])), each).toBe(questions);
    expect(Object.keys(counts.companies).toSorted()).toEqual(["JD.com", "Walmart", "general"]);
    expect(counts.companies["JD.com"]).toBe(sum(decks.filter(({ company }) => company === "JD.com").map((deck) => deck.questions)));
    expect(counts.competencies["metrics"]).toBe(sum(decks.map(({ competencies }) => competencies["metrics"] ?? 0)));
  });
});
