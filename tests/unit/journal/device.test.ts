// Room: tests. A machine is known by one name for good, also where two programs name it in the same moment.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDevice } from "../../../src/journal/device.ts";
import { type Disk, realDisk } from "../../../src/journal/disk.ts";
import { freshFolders } from "../../support/folder.ts";

const fresh = freshFolders();
const device = (): string => join(fresh.path(), "device");

test("the name is kept, and read again whatever an editor put around it", () => {
  const name = findDevice(fresh.path(), realDisk);
  expect(name).toMatch(/^[0-9a-f]{8}$/);
  expect(findDevice(fresh.path(), realDisk)).toBe(name);
  writeFileSync(device(), `  ${name}\r\n`);
  expect(findDevice(fresh.path(), realDisk)).toBe(name);
});

test.each(["", "1a2b3c4", "1a2b3c4d5", "x1a2b3c4d", "1A2B3C4D", "../../../etc", "1a2b3c4d/../x"])("%j is no name: the machine gets another", (text) => {
  fresh.write("device", text);
  const name = findDevice(fresh.path(), realDisk);
  expect(name).toMatch(/^[0-9a-f]{8}$/);
  expect(readFileSync(device(), "utf8")).toBe(`${name}\n`);
});

test("two programs that name the machine in one moment agree", () => {
  const disk: Disk = {
    ...realDisk,
    renameSync: (from, to) => {
      renameSync(from, to);
      writeFileSync(device(), "99999999\n");
    },
  };
  expect(findDevice(fresh.path(), disk)).toBe("99999999");
});

test("a name that another program takes away at once serves all the same", () => {
  const disk: Disk = {
    ...realDisk,
    renameSync: (from, to) => {
      renameSync(from, to);
      rmSync(device());
    },
  };
  expect(findDevice(fresh.path(), disk)).toMatch(/^[0-9a-f]{8}$/);
});

test("where the name is there and cannot be read, none is put in its place", () => {
  fresh.write("device", "1a2b3c4d\n");
  const disk: Disk = {
    ...realDisk,
    readFileSync: (() => {
      throw Object.assign(new Error("EIO: made by the test"), { code: "EIO" });
    }) as Disk["readFileSync"],
  };
  expect(() => findDevice(fresh.path(), disk)).toThrow("EIO");
  expect(readFileSync(device(), "utf8")).toBe("1a2b3c4d\n");
  rmSync(device());
  mkdirSync(device());
  expect(() => findDevice(fresh.path(), realDisk)).toThrow("not a regular file");
});
