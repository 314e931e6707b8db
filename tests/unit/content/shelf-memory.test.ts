import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { memoryIn } from "../../../src/content/shelf-memory.ts";
import { freshFolders } from "../../support/folder.ts";

const fresh = freshFolders();
let folder = "";
let file = "";
beforeEach(() => {
  folder = join(fresh.path(), "cache");
  file = join(folder, "roots");
});

const memory = (key = "a library") => memoryIn(folder, key);
const recalled = (key?: string) => {
  const numbers = memory(key).recall("roots");
  return numbers && [...numbers];
};

describe("what was made of a library", () => {
  test("is nothing at first, then what was kept last, for its owner alone", () => {
    expect(recalled()).toBeUndefined();
    memory().keep("roots", Uint32Array.of(7, 0, 2 ** 32 - 1));
    expect(recalled()).toEqual([7, 0, 2 ** 32 - 1]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    memory().keep("roots", new Uint32Array());
    expect(recalled()).toEqual([]);
  });

  test("is given back number by number, whatever its key", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 32 - 1)), fc.string({ unit: "binary" }), (numbers, key) => {
        memory(key).keep("roots", Uint32Array.from(numbers));
        expect(recalled(key)).toEqual(numbers);
      }),
      { numRuns: 30 },
    );
  });

  test("is not that of another library, nor of the same with something in addition", () => {
    memory().keep("roots", Uint32Array.of(1));
    expect(["", "a librar", "a library ", "another", "library"].map(recalled)).toEqual(Array.from({ length: 5 }, () => undefined));
    expect(memory().with("mine").recall("roots")).toBeUndefined();
    memory().with("mine").keep("roots", Uint32Array.of(2));
    expect([recalled(), memory().with("mine").recall("roots"), memory().with("yours").recall("roots")]).toEqual([undefined, Uint32Array.of(2), undefined]);
  });
});

test("of one library several things are remembered, each by itself", () => {
  memory().keep("roots", Uint32Array.of(1));
  memory().keep("cards", Uint32Array.of(2));
  expect([memory().recall("roots"), memory().recall("cards")]).toEqual([Uint32Array.of(1), Uint32Array.of(2)]);
  expect(readdirSync(folder).toSorted()).toEqual(["cards", "roots"]);
});

describe("a file that is not as it was written is not believed", () => {
  beforeEach(() => memory().keep("roots", Uint32Array.of(1, 2, 3)));

  test("whichever of its bytes is another", () => {
    const whole = readFileSync(file);
    expect(whole).toHaveLength(2 * (4 * 4 + "a library".length));
    for (const at of whole.keys()) {
      const damaged = Buffer.from(whole);
      damaged[at] = (whole[at] ?? 0) ^ 0x10;
      writeFileSync(file, damaged);
      expect(recalled(), `byte ${at}`).toBeUndefined();
    }
  });

  test("however much of it is there", () => {
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 1) {
      truncateSync(file, length);
      expect(recalled(), `${length} bytes`).toBeUndefined();
      writeFileSync(file, whole);
    }
    for (const more of ["x", "\0\0\0\0", "a library"]) {
      writeFileSync(file, Buffer.concat([whole, Buffer.from(more)]));
      expect(recalled(), more).toBeUndefined();
    }
  });

  test.skipIf(process.platform === "win32")("where others may write to it", () => {
    chmodSync(file, 0o620);
    expect(recalled()).toBeUndefined();
    chmodSync(file, 0o600);
    expect(recalled()).toEqual([1, 2, 3]);
  });
});

test.skipIf(process.platform === "win32")("a named pipe in its place does not hang, and is replaced", () => {
  fresh.write("cache/x", "");
  execFileSync("mkfifo", [file]);
  expect(recalled()).toBeUndefined();
  memory().keep("roots", Uint32Array.of(5));
  expect(recalled()).toEqual([5]);
});

test("where it cannot be kept nothing is lost but time", () => {
  fresh.write("cache", "");
  memory().keep("roots", Uint32Array.of(5));
  expect([recalled(), existsSync(file)]).toEqual([undefined, false]);
});
