import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { readMarkdown } from "../../../src/content/files.ts";
import { findMarkdown, rootsOf } from "../../../src/content/find.ts";
import { readLibrary } from "../../../src/content/library.ts";
import { CoachError } from "../../../src/domain/errors.ts";
import { freshFolders } from "../../support/folder.ts";

const fresh = freshFolders();
let folder = "";
beforeEach(() => {
  folder = fresh.path();
});

const deck = "---\ntitle: A deck\n---\n\n## Q\n\n`id: q`\n\nAnswer: a\n";

function write(name: string, content: string | Buffer = deck): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function read(name: string) {
  const { text, problems } = readMarkdown({ absolute: join(folder, name), path: name }, name);
  return { text: text?.text, problems, told: problems.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`) };
}

function library() {
  const { library: read } = readLibrary([{ folder, holds: "questions" }], (absolute) => absolute.slice(folder.length + 1));
  return { decks: read.decks.map((one) => one.id), told: read.problems.map(({ rule, place }) => `${rule} ${place.file}`), problems: read.problems };
}

const isRoot = process.getuid?.() === 0;
const isUnix = process.platform !== "win32";

describe("readMarkdown", () => {
  test("reads a file as it is", () => {
    write("a.md");
    expect(read("a.md")).toEqual({ text: deck, problems: [], told: [] });
  });

  test("takes off a BOM and reads every kind of line end as a newline, without complaint", () => {
    write("a.md", `\ufeff${deck.replaceAll("\n", "\r\n")}`);
    expect(read("a.md")).toEqual({ text: deck, problems: [], told: [] });
    write("b.md", deck.replaceAll("\n", "\r"));
    expect(read("b.md")).toEqual({ text: deck, problems: [], told: [] });
  });

  test("says at which byte, line and column a file is not UTF-8", () => {
    write("a.md", Buffer.concat([Buffer.from("äö\nab"), Buffer.from([0xff, 0x63])]));
    expect(read("a.md").told).toEqual(["file-encoding 2:3"]);
    expect(read("a.md").problems[0]?.message).toContain("offset 7");
    write("b.md", Buffer.from([0xe2, 0x82]));
    expect(read("b.md").problems[0]?.message).toContain("offset 0");
  });

  test("refuses UTF-16", () => {
    write("a.md", Buffer.from(`\ufeff${deck}`, "utf16le"));
    expect(read("a.md").told).toEqual(["file-encoding 1:1"]);
  });

  test("says what is wrong in words", () => {
    write("a.md", Buffer.concat([Buffer.from("äö\nab"), Buffer.from([0xff, 0x63])]));
    write("long.md", "x".repeat(20_001));
    write("large.md", "x\n".repeat(1_100_000));
    write("odd.md", "a\u001b[31mb\n");
    expect(["a.md", "long.md", "large.md", "odd.md", "none.md"].map((name) => read(name).problems[0])).toMatchObject([
      { message: "the file is not UTF-8: the byte at offset 7 is not allowed there", place: { line: 2, column: 3 } },
      { message: "the line is longer than 20,000 characters" },
      { message: "the file is larger than 2 MB" },
      { message: "the line holds an escape code, a control character or a direction mark" },
      { message: "the file cannot be opened (ENOENT)" },
    ]);
  });

  test.runIf(isUnix)("closes what it reads, and what it refuses", () => {
    write("a.md");
    write("large.md", "x\n".repeat(1_100_000));
    const open = (): number => readdirSync("/dev/fd").length;
    const before = open();
    for (let count = 0; count < 5; count += 1) {
      for (const name of ["a.md", "large.md", "."]) read(name);
    }
    expect(open()).toBe(before);
  });

  test("tells a disk that refuses from a file that cannot be a deck", () => {
    write("large.md", "x\n".repeat(1_100_000));
    const failed = (name: string): boolean => readMarkdown({ absolute: join(folder, name), path: name }, name).hasFailed;
    expect(["none.md", "large.md", "."].map(failed)).toEqual([true, false, false]);
  });

  test("takes escape codes and NUL out and tells of each line at its place", () => {
    write("a.md", "ab\u001b[31mc\nplain\nx\u0000y\n");
    expect(read("a.md")).toMatchObject({ text: "abc\nplain\nxy\n", told: ["control-characters 1:3", "control-characters 3:2"] });
  });

  test("allows 2 MB and no byte more", () => {
    const line = `${"x".repeat(1023)}\n`;
    write("a.md", line.repeat(2048));
    expect(read("a.md").told).toEqual([]);
    write("a.md", `${line.repeat(2048)}x`);
    expect(read("a.md").told).toEqual(["file-size 1:1"]);
  });

  test("refuses 20 MB without reading them", () => {
    truncateSync(write("a.md"), 20 * 1024 * 1024);
    expect(read("a.md").told).toEqual(["file-size 1:1"]);
  });

  test("allows 20,000 characters a line and no more", () => {
    write("a.md", `ok\n${"x".repeat(20_000)}\n`);
    expect(read("a.md").told).toEqual([]);
    write("a.md", `ok\n${"x".repeat(20_001)}\n`);
    expect(read("a.md").told).toEqual(["line-length 2:20001"]);
    write("b.md", "x".repeat(1_900_000));
    expect(read("b.md").told).toEqual(["line-length 1:20001"]);
  });

  test("an empty file is read", () => {
    write("a.md", "");
    expect(read("a.md")).toEqual({ text: "", problems: [], told: [] });
  });

  test("a file that went away meanwhile is told of", () => {
    expect(read("none.md").problems[0]?.message).toContain("ENOENT");
  });

  test.runIf(isUnix)("a pipe, a device and a link are refused without a wait", () => {
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    symlinkSync("/dev/zero", join(folder, "zero.md"));
    expect(read("pipe.md").problems[0]?.message).toContain("not a regular file");
    expect(read("zero.md").problems[0]?.message).toContain("link");
    expect(readMarkdown({ absolute: "/dev/zero", path: "zero.md" }, "zero.md").problems[0]?.message).toContain("not a regular file");
    expect(readMarkdown({ absolute: folder, path: "x.md" }, "x.md").problems[0]?.rule).toBe("file-kind");
  });

  test.runIf(isUnix)("a socket is refused", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, "s.md"), resolve));
    expect(read("s.md").told).toEqual(["file-kind 1:1"]);
    await new Promise((resolve) => server.close(resolve));
  });

  test.runIf(isUnix && !isRoot)("a file that may not be read is told of", () => {
    chmodSync(write("a.md"), 0);
    expect(read("a.md").problems[0]?.message).toContain("EACCES");
  });
});

describe("a folder of decks", () => {
  test("is read in the order of paths; hidden entries, node_modules, README files and other files are passed over", () => {
    for (const name of ["b/two.md", "a/one.md", "a/.hidden.md", ".git/x.md", "node_modules/x.md", "README.md", "a/readme.MD", "a/notes.txt", "c.MD"])
      write(name);
    expect(library()).toMatchObject({ decks: ["a/one", "b/two", "c"], told: [] });
  });

  test("takes for a README only a file of that very name, and for a deck only one that ends in .md", () => {
    for (const name of ["my-readme.md", "readme.md.md", "readme.md", "notes.md.txt", "md"]) write(name);
    expect(library()).toMatchObject({ decks: ["my-readme", "readme-md"], told: [] });
  });

  test.runIf(isUnix)("goes on past what is no file, and tells of it", () => {
    write("good.md");
    mkdirSync(join(folder, "folder.md"));
    write("folder.md/inner.md");
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    symlinkSync("/dev/zero", join(folder, "zero.md"));
    symlinkSync(join(folder, "good.md"), join(folder, "link.md"));
    symlinkSync("loop.md", join(folder, "loop.md"));
    symlinkSync("/etc", join(folder, "out"));
    symlinkSync("..", join(folder, "round"));
    symlinkSync("nowhere", join(folder, "dangling"));
    symlinkSync("circle", join(folder, "circle"));
    const { decks, told } = library();
    expect(decks).toEqual(["good"]);
    expect([...told].sort()).toEqual(["folder.md", "link.md", "loop.md", "out", "pipe.md", "round", "zero.md"].map((name) => `file-kind ${name}`));
  });

  test("tells of folders that lie too deep", () => {
    write(`${"d/".repeat(12)}ok.md`);
    write(`${"d/".repeat(100)}deep.md`);
    const { decks, told } = library();
    expect(decks).toEqual([`${"d/".repeat(12)}ok`]);
    expect(told).toEqual([`folder-closed ${"d/".repeat(12)}d`]);
  });

  test("that is not there is told of, and the others are read", () => {
    write("a.md");
    const { library: read } = readLibrary(
      [
        { folder: join(folder, "gone"), holds: "questions" },
        { folder, holds: "questions" },
      ],
      (absolute) => absolute,
    );
    expect(read.decks).toHaveLength(1);
    expect(read.problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([expect.stringContaining("ENOENT")]);
  });

  test.runIf(isUnix && !isRoot)("that may not be read is told of, and the others are read", () => {
    write("a.md");
    write("closed/b.md");
    chmodSync(join(folder, "closed"), 0);
    expect(library()).toMatchObject({ decks: ["a"], told: ["folder-closed closed"] });
    chmodSync(join(folder, "closed"), 0o700);
  });

  test.runIf(isUnix)("names with escape codes, newlines and dashes are told without them", () => {
    for (const name of ["-rf.md", " .md", "two\nlines.md", "\u001b]0;owned\u0007x.md", "招聘 面试.md", "Mixed Case.md"]) write(name, "broken");
    write("Übung 2.md");
    const { decks, told } = library();
    expect(decks).toEqual(["übung-2"]);
    expect([...told].sort()).toEqual([
      "front-matter-missing  .md",
      "front-matter-missing -rf.md",
      "front-matter-missing Mixed Case.md",
      "front-matter-missing two lines.md",
      "front-matter-missing x.md",
      "front-matter-missing 招聘 面试.md",
    ]);
  });

  test("a file under two names is two decks", () => {
    linkSync(write("a.md"), join(folder, "b.md"));
    expect(library()).toMatchObject({ decks: ["a", "b"], told: [] });
  });

  test("10,000 files are read", () => {
    for (let index = 0; index < 10_000; index += 1) {
      if (index % 500 === 0) mkdirSync(join(folder, `${index / 500}`));
      writeFileSync(join(folder, `${Math.floor(index / 500)}`, `${index}.md`), deck);
    }
    expect(library().decks).toHaveLength(10_000);
  });
});

describe("rootsOf", () => {
  test("a folder with questions/ and frameworks/ has two roots", () => {
    mkdirSync(join(folder, "questions"));
    mkdirSync(join(folder, "frameworks"));
    expect(rootsOf(folder).map(({ folder: at, holds }) => [at.slice(folder.length + 1), holds])).toEqual([
      ["questions", "questions"],
      ["frameworks", "frameworks"],
    ]);
    expect(rootsOf(join(folder, "frameworks"))).toEqual([{ folder: join(folder, "frameworks"), holds: "frameworks" }]);
  });

  test("any other folder holds questions", () => {
    expect(rootsOf(folder)).toEqual([{ folder, holds: "questions" }]);
  });

  test("a file is a root of its own, and keeps the id that it has in its library", () => {
    const inside = write("questions/acme/pm/deck.md");
    write("questions/acme/pm/other.md");
    const [root] = rootsOf(inside);
    expect(root).toEqual({ folder: join(folder, "questions"), holds: "questions", only: inside });
    expect(root && findMarkdown(root)).toEqual({ found: [{ absolute: inside, path: "acme/pm/deck.md" }], skipped: [] });
    const loose = write("loose.md");
    expect(rootsOf(loose)).toEqual([{ folder, holds: "questions", only: loose }]);
  });

  test("a file is found without a walk through its folder", () => {
    const only = write("a.md");
    const [root] = rootsOf(only);
    write("b.md", "broken");
    const { library: read } = readLibrary(root ? [root] : [], (absolute) => absolute);
    expect([read.decks.length, read.problems.length]).toEqual([1, 0]);
  });

  test("what is not there is an error of the command line; what the disk does not say is a failure", () => {
    const refusal = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (error) {
        if (!(error instanceof CoachError)) throw error;
        return { fault: error.fault, message: error.message, advice: error.advice };
      }
    };
    const nothing = join(folder, "nothing");
    expect(refusal(() => rootsOf(nothing))).toEqual({ fault: "usage", message: `there is no deck or folder at ${nothing}`, advice: "Check the path." });
    expect(refusal(() => rootsOf(join(write("a.md"), "b.md")))).toMatchObject({ fault: "usage" });
    const long = join(folder, "x".repeat(300));
    const failure = { fault: "failure", message: `${long} cannot be read: the name is too long (ENAMETOOLONG)`, advice: "Choose a shorter name." };
    expect(refusal(() => rootsOf(long))).toEqual(failure);
    expect(refusal(() => findMarkdown({ folder: long, holds: "questions" }))).toEqual(failure);
  });

  test("a root that is a file, or went away, holds nothing, and that is told", () => {
    const file = write("a.md");
    for (const [at, code] of [
      [file, "ENOTDIR"],
      [join(folder, "gone"), "ENOENT"],
    ] as const)
      expect(findMarkdown({ folder: at, holds: "questions" })).toEqual({ found: [], skipped: [{ absolute: at, why: "closed", code }] });
  });
});
