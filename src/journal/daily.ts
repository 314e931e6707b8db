// Room: journal. One backup a day by itself, the last ten kept.
import path from "node:path";
import { makeFolders } from "../domain/folders.ts";
import { dataFiles, packBackup } from "./backup.ts";
import { type Disk, realDisk, replaceFile, syncFolder } from "./disk.ts";

/** Days of practice that can be gone back. */
const kept = 10;
const daily = /^coach-\d{4}-\d{2}-\d{2}\.json\.gz$/;

/** Makes the backup of the day of `now` (ISO 8601) in `backups/`, unless it is there, and lets the oldest go beyond ten. Gives its file, undefined where it was there. */
export function backUpDaily(folder: string, now: string, disk: Disk = realDisk): string | undefined {
  const place = path.join(folder, "backups");
  const name = `coach-${now.slice(0, 10)}.json.gz`;
  makeFolders(place, disk);
  const names = disk.readdirSync(place).filter((each) => daily.test(each));
  if (names.includes(name)) return undefined;
  const files = dataFiles(folder, disk);
  // After a loss the good backups must not give way to empty ones.
  if (files.every(({ bytes }) => bytes.length === 0)) return undefined;
  replaceFile(path.join(place, name), packBackup({ made: now, files }), disk);
  syncFolder(place, disk);
  for (const old of [...names, name].toSorted().slice(0, -kept)) disk.unlinkSync(path.join(place, old));
  return path.join(place, name);
}
