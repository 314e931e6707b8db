// Room: journal. This machine's id, by which its journal file is named.
import path from "node:path";
import { systemCode } from "../domain/system-error.ts";
import { randomName } from "./chance.ts";
import { type Disk, readRegular, replaceFile } from "./disk.ts";

const deviceId = /^[0-9a-f]{8}$/;

/** This machine's id: random, kept in the file `device`, made on the first write. */
export function findDevice(folder: string, disk: Disk): string {
  const file = path.join(folder, "device");
  const known = readDevice(file, disk);
  if (known !== undefined) return known;
  const id = randomName();
  replaceFile(file, Buffer.from(`${id}\n`), disk);
  // Another process may have made one in the same moment: read again, to agree. Where it fails, two files share the history and none is lost.
  return readDevice(file, disk) ?? id;
}

function readDevice(file: string, disk: Disk): string | undefined {
  try {
    const text = readRegular(file, disk).toString("latin1", 0, 16).trim();
    return deviceId.test(text) ? text : undefined;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
