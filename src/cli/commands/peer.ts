// Room: cli. `coach peer`: declared here, held in runs/peer.ts.
import type { Command } from "commander";
import type { RoundOptions } from "../runs/practise.ts";
import { wholeNumber } from "../values.ts";
import type { Wiring } from "../wiring.ts";
import { outputOptions, roundOption, seedOption } from "./practice-options.ts";

export function addPeer(program: Command, wiring: Wiring): void {
  const peer = program
    .command("peer")
    .description("A script and scoring form for a friend who plays one round of a loop; do not read it yourself.")
    .argument("[loop]", "its id, such as walmart/ai-pm; the one that you prepare for if left out");
  seedOption(roundOption(peer, "which round"), "the same seed chooses the same questions");
  outputOptions(peer, "write to this file instead of standard output").action(async (what: string | undefined, options: RoundOptions, self: Command) => {
    const { writePeerScript } = await import("../runs/peer.ts");
    await writePeerScript(await wiring.app(self), { ...options, what });
  });
  peer
    .command("import")
    .description("Reads a form that your friend has filled in, keeps it, and sets their scores beside your own marks.")
    .argument("<file>", "the form; - for standard input")
    .option("--from <name>", "who filled it in; the name on the form if left out")
    .action(async (file: string, options: { readonly from?: string }, self: Command) => {
      const { importPeerForm } = await import("../runs/peer-import.ts");
      await importPeerForm(await wiring.app(self), { ...options, file });
    });
  peer
    .command("show")
    .description("A form that was read in, beside your marks as they are now.")
    .argument("[number]", "which form: 1 is the newest, and shown if left out", wholeNumber("number", { least: 1, most: 10_000 }))
    .action(async (number: number | undefined, _options: unknown, self: Command) => {
      const { showPeerForm } = await import("../runs/peer-import.ts");
      await showPeerForm(await wiring.app(self), number);
    });
}
