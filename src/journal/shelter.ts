// Room: journal. Where the digest of a history is kept. Pure.
import path from "node:path";
import { crc32 } from "./crc.ts";

/** The folder of digests, and which program writes them: another may read journals differently. */
export interface Shelter {
  readonly folder: string;
  readonly program: string;
}

/** The file for the journal of a folder. */
export function digestFile(folder: string, shelter: Shelter): string {
  return path.join(shelter.folder, `history-${crc32(Buffer.from(folder)).toString(16).padStart(8, "0")}.cache`);
}
