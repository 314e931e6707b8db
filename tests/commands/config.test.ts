import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aPlace } from "../support/coach.ts";

const key = "sk-very-secret-key";

test("the address of a judge is kept in one form, and what comes next is said", async () => {
  const place = aPlace();
  expect(await place.coach("config set judge.url HTTP://127.0.0.1:11434/v1/")).toEqual({
    status: 0,
    out: "judge.url is now http://127.0.0.1:11434/v1.\n",
    err: "Before the first answer is sent to 127.0.0.1:11434 you are asked. Without a terminal: coach config set judge.consent http://127.0.0.1:11434/v1\n",
  });
  await place.coach("config set judge.consent http://127.0.0.1:11434/v1");
  expect(await place.coach("config set judge.url http://127.0.0.1:11434/v1")).toMatchObject({ err: "" });
});

test("a judge beyond your own network must be spoken to by https", async () => {
  expect(await aPlace().coach("config set judge.url http://api.example.com/v1")).toMatchObject({ status: 2, err: expect.stringContaining("https, unless") });
});

test("a key is kept with a warning, in a file for one, and never shown", async () => {
  const place = aPlace();
  const set = await place.coach(`config set judge.key ${key}`);
  const file = join(place.folder, ".config/interview-coach/settings.json");
  expect(set).toEqual({
    status: 0,
    out: "judge.key is now (hidden).\n",
    err: `The key stands in plain text in ${file}, which only you can read. COACH_JUDGE_KEY keeps it out of files.\n`,
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toContain(key);
  for (const line of ["config", "config get judge.key", "config --json", "config get judge.key --json"]) {
    const { out, err } = await place.coach(line);
    expect(out + err).not.toContain(key);
  }
});
