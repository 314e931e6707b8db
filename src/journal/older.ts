// Room: journal. A backup of a data folder as it is before the first record of a newer format is written to it.
import path from "node:path";
import { makeFolders } from "../domain/folders.ts";
import { dataFiles, openBackup, packBackup } from "./backup.ts";
import { type Disk, readRegular, replaceFile, syncFolder } from "./disk.ts";

/** A format that a folder is left with, and the moment (ISO 8601) at which a newer one comes. */
export interface Leaving {
  readonly version: number;
  readonly now: string;
}

/** Makes `backups/format-1.json.gz`, unless it is there, and reads it back. It does not give way to daily ones. Throws where the disk refuses. */
export function backUpOlder(folder: string, { version, now }: Leaving, disk: Disk): void {
  const place = path.join(folder, "backups");
  const file = path.join(place, `format-${version}.json.gz`);
  if (disk.lstatSync(file, { throwIfNoEntry: false })) return;
  makeFolders(place, disk);
  replaceFile(file, packBackup({ made: now, files: dataFiles(folder, disk) }), disk);
  syncFolder(place, disk);
  openBackup(readRegular(file, disk), file);
}
