// Room: tests. Answers one question on a terminal, whatever becomes of it, and gives how the program ended.
import { keys, openTerminal, type TerminalPlan } from "../support/terminal.ts";
import type { Ran } from "./fault.ts";

const answer = "Shoppers leave without buying.";

/** Types an answer, waits until a draft of it should be kept, hands it in and agrees with the marks. A program that says something else and waits is left by Ctrl-C. */
export async function answerOnTerminal(plan: TerminalPlan): Promise<Ran> {
  const terminal = openTerminal(plan);
  let isOver = false;
  void terminal.ended.then(() => (isOver = true));
  const seen = async (wanted: RegExp): Promise<boolean> => {
    for (let turn = 0; turn < 600 && !isOver; turn += 1) {
      if (wanted.test(terminal.screen())) return true;
      await pause(20);
    }
    return false;
  };
  if (await seen(/\^D hand in/)) {
    terminal.type(answer);
    if (await seen(/without buying\./)) await pause(1500);
    for (let press = 0; !isOver && press < 5 && !/Handed in|not kept/.test(terminal.everything()); press += 1) {
      terminal.type(keys.ctrl("d"));
      await seen(/Handed in|not kept/);
    }
    while ((await seen(/Enter agree/)) && !isOver) {
      terminal.type(keys.enter);
      await pause(300);
    }
  }
  // What still waits after all this is asked to leave, as a person would.
  for (let press = 0; !isOver && press < 5; press += 1) {
    terminal.type(keys.ctrl("c"));
    await pause(2000);
  }
  terminal.close();
  const { status, signal } = await terminal.ended;
  return { status, signal: signal === undefined ? null : String(signal), out: terminal.everything(), err: "" };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
