// A process of its own that keeps attempts: `node child.cjs FOLDER NAME COUNT [LENGTH]`. Says each id once it is acknowledged.
import { writeSync } from "node:fs";
import { openJournal } from "../../../src/journal/journal.ts";
import { anAttempt } from "../../support/attempts.ts";

async function main(): Promise<void> {
  const [folder = "", name = "", count = "0", length = "30"] = process.argv.slice(2);
  const journal = openJournal(folder);
  for (let number = 1; number <= Number(count); number += 1) {
    const id = `${name}-${number}`;
    await journal.append(anAttempt({ id, answer: { kind: "open", text: "w".repeat(Number(length)) } }));
    writeSync(1, `${id}\n`);
  }
}

void main();
