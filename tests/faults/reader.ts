// A process of its own that reads journals: `node reader.cjs FOLDER...`. Says, in one line for each folder, the ids of the attempts that are there, as often as they count.
import { writeSync } from "node:fs";
import { openJournal } from "../../src/journal/journal.ts";

async function main(): Promise<void> {
  for (const folder of process.argv.slice(2)) {
    const { entries, takenBack } = await openJournal(folder).read();
    const all = [...entries, ...takenBack.map(({ entry }) => entry)];
    writeSync(1, `${JSON.stringify(all.map(({ id }) => id))}\n`);
  }
}

void main();
