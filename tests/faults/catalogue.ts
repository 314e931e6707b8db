// Room: tests. All faults that are provoked, each once, by their numbers.
import { crashFaults } from "./crash.ts";
import { deckFaults } from "./decks.ts";
import { diskFaults } from "./disk.ts";
import { exportFaults } from "./exports.ts";
import type { Faults } from "./fault.ts";
import { helperFaults } from "./helpers.ts";
import { journalFaults } from "./journal.ts";
import { markingFaults } from "./marking.ts";
import { startFaults } from "./start.ts";
import { streamFaults } from "./streams.ts";
import { terminalFaults } from "./terminals.ts";
import { timeFaults } from "./time.ts";
import { togetherFaults } from "./together.ts";

export const catalogue: Faults = [
  ...crashFaults,
  ...diskFaults,
  ...togetherFaults,
  ...journalFaults,
  ...timeFaults,
  ...streamFaults,
  ...terminalFaults,
  ...deckFaults,
  ...markingFaults,
  ...exportFaults,
  ...helperFaults,
  ...startFaults,
];
