// Room: tests. `coach data` over real folders: looked through, repaired, backed up, brought back, two machines as one, by git too.
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aPlace, type Place } from "../support/coach.ts";

const data = (place: Place): string => join(place.folder, ".local/share/interview-coach");

async function practise(place: Place, answer = "a"): Promise<void> {
  const deck = "---\ntitle: Mine\n---\n\n## Pick\n`id: pick`\n\n- [x] Right — it is\n- [ ] Wrong — it is not\n";
  writeFileSync(join(place.folder, "mine.md"), deck);
  const ran = await place.coach("drill mine --decks mine.md --answers - --json", `answers: [{question: mine/pick, answer: ${answer}}]`);
  expect(ran.status).toBe(0);
}

/** The file that this machine writes; others lie beside it after a merge. */
function journal(place: Place): string {
  const device = readFileSync(join(data(place), "device"), "utf8").trim();
  return join(data(place), `journal-${device}.jsonl`);
}

const attempts = async (place: Place): Promise<number> => ((await place.json("history")) as { attempts: unknown[] }).attempts.length;

test("path names the folder, also before there is one", async () => {
  const place = aPlace();
  expect(await place.coach("data path")).toMatchObject({ status: 0, out: `${data(place)}\n` });
  expect(await place.coach("data verify")).toMatchObject({ status: 0, out: "Nothing is kept yet.\n" });
  expect(await place.coach("data backup")).toMatchObject({ status: 1, err: expect.stringContaining("nothing to back up yet") });
});

describe("a journal with a damaged line", () => {
  test("is told by verify with status 3, repaired, and then well", async () => {
    const place = aPlace();
    await practise(place);
    expect(await place.coach("data verify")).toMatchObject({ status: 0, out: "All is well: 1 record in 1 file, every one whole.\n" });
    appendFileSync(journal(place), "half a reco\n");
    const told = await place.coach("data verify");
    expect(told).toMatchObject({ status: 3, out: expect.stringContaining(`${journal(place)}:2:1: `) });
    expect(await place.json("data verify")).toMatchObject({ ok: false, records: 1, problems: [{ rule: "journal-damaged", line: 2 }] });
    expect(await place.coach("data repair")).toMatchObject({ status: 0, out: expect.stringContaining("1 damaged line moved to") });
    expect(await place.json("data verify")).toMatchObject({ ok: true, records: 1, problems: [] });
    expect(await place.coach("data repair")).toMatchObject({ out: "No line is damaged; nothing was changed.\n" });
  });
});

describe("a backup", () => {
  test("brings everything back after the folder is lost, and a second time changes nothing", async () => {
    const place = aPlace();
    await practise(place);
    await practise(place, "b");
    expect(await place.coach("data backup -o prep.json.gz")).toMatchObject({ status: 0, out: expect.stringContaining("and read them back") });
    rmSync(data(place), { recursive: true });
    expect(await attempts(place)).toBe(0);
    expect(await place.coach("data restore prep.json.gz")).toMatchObject({ status: 0, out: expect.stringContaining("2 new records; 2 in all") });
    expect(await attempts(place)).toBe(2);
    expect(await place.json("data restore prep.json.gz")).toMatchObject({ added: 0, records: 2, files: [{ what: "here" }] });
  });

  test("is never written over without --force, and never takes in what is none", async () => {
    const place = aPlace();
    await practise(place);
    await place.coach("data backup -o prep.json.gz");
    expect(await place.coach("data backup -o prep.json.gz")).toMatchObject({ status: 1, err: expect.stringContaining("--force") });
    expect(await place.coach("data backup -o prep.json.gz --force")).toMatchObject({ status: 0 });
    expect(await place.coach("data restore mine.md")).toMatchObject({ status: 3, err: expect.stringContaining("no backup of coach") });
    expect(await place.coach("data restore none.gz")).toMatchObject({ status: 3, err: expect.stringContaining("there is no such file") });
  });

  test("is made by itself on each day of practice", async () => {
    const place = aPlace();
    await practise(place);
    place.sleep(24);
    await practise(place);
    expect(readdirSync(join(data(place), "backups"))).toEqual(["coach-2026-12-01.json.gz", "coach-2026-12-02.json.gz"]);
  });
});

describe("two machines", () => {
  test("come to the same history, whichever is merged into which, and however often", async () => {
    const [desk, laptop] = [aPlace(), aPlace()];
    await practise(desk);
    await practise(laptop);
    await practise(laptop, "b");
    expect(await desk.coach(["data", "merge", data(laptop)])).toMatchObject({ status: 0, out: expect.stringContaining("2 new records; 3 in all") });
    expect(await laptop.json(["data", "merge", journal(desk)])).toMatchObject({ records: 3 });
    expect(await laptop.json(["data", "merge", data(desk)])).toMatchObject({ added: 0, records: 3 });
    expect(await laptop.json("data verify")).toMatchObject({ ok: true, records: 3 });
  });

  test("a folder without a journal is refused", async () => {
    const place = aPlace();
    mkdirSync(join(place.folder, "empty"));
    expect(await place.coach("data merge empty")).toMatchObject({ status: 3, err: expect.stringContaining("there is no journal in empty") });
  });

  test("a file that is no journal is refused, and what is named beside it is not brought in", async () => {
    const [place, other] = [aPlace(), aPlace()];
    await practise(other);
    writeFileSync(join(place.folder, "words.txt"), "words\n");
    const merged = await place.coach(["data", "merge", data(other), "words.txt"]);
    expect(merged).toMatchObject({ status: 3, err: expect.stringContaining("holds no record of a journal") });
    expect(await place.json("data verify")).toMatchObject({ records: 0 });
  });

  test("meet over git in both directions, and a file that both wrote to merges by union", async () => {
    const [desk, laptop] = [aPlace(), aPlace()];
    await practise(desk);
    const git = (folder: string, ...args: readonly string[]): string =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main", ...args], {
        cwd: folder,
        encoding: "utf8",
        stdio: "pipe",
      });
    writeFileSync(join(data(desk), ".gitattributes"), "journal-*.jsonl merge=union\n");
    writeFileSync(join(data(desk), ".gitignore"), "device\nbackups/\ndraft-*\n");
    git(data(desk), "init", "-q");
    git(data(desk), "add", "-A");
    git(data(desk), "commit", "-qm", "one");
    mkdirSync(join(laptop.folder, ".local/share"), { recursive: true });
    git(laptop.folder, "clone", "-q", data(desk), data(laptop));
    expect(existsSync(join(data(laptop), "device"))).toBe(false);
    // The worst case: both write to a file of the same name.
    writeFileSync(join(data(laptop), "device"), readFileSync(join(data(desk), "device")));
    await practise(laptop, "b");
    await practise(desk, "b");
    for (const place of [laptop, desk]) git(data(place), "commit", "-qam", "more");
    git(data(desk), "pull", "-q", "--no-rebase", "--no-edit", data(laptop), "main");
    git(data(laptop), "pull", "-q", "--no-rebase", "--no-edit", data(desk), "main");
    for (const place of [desk, laptop]) expect(await place.json("data verify")).toMatchObject({ ok: true, records: 3 });
  });
});
