// Room: cli. Which process this is, and which others run: by /proc where there is one, else by `ps`, else by a signal that does nothing.
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import type { Machine } from "../domain/machine.ts";

/** What a system tells of a process. */
interface Told {
  /** `R` runs, `S` sleeps, `T` is stopped; `Z` and `X` are dead, though the number is still taken. */
  readonly state: string;
  readonly started: string;
}

/** This process. `processes` is where Linux tells of all; tests name another place. */
export function thisMachine(processes = "/proc"): Machine {
  const { pid } = process;
  return {
    pid,
    host: hostname(),
    started: toldByLinux(processes, pid)?.started ?? "",
    isRunning: (other, started) => {
      if (!hasNumber(other)) return false;
      const told = toldByLinux(processes, other) ?? toldByPs(other);
      if (told === undefined) return true;
      const isSame = started === "" || told.started === "" || told.started === started;
      return isSame && !/^[ZX]/.test(told.state);
    },
  };
}

function hasNumber(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    // It runs, for another user.
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** `pid (name) state …`, where the name may hold anything; the beginning is the 22nd field of proc(5), in ticks since the machine started. */
function toldByLinux(processes: string, pid: number): Told | undefined {
  try {
    const line = readFileSync(`${processes}/${pid}/stat`, "latin1");
    const [state = "", ...rest] = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return { state, started: rest[18] ?? "" };
  } catch {
    // Not Linux, or a process that is hidden from us.
    return undefined;
  }
}

/** macOS and the BSDs. Asked only about a draft whose process seems to run. */
function toldByPs(pid: number): Told | undefined {
  // Loaded here, since it takes longer to load than all else that a start asks of a machine.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8", timeout: 2000 });
  return status === 0 && stdout.trim() !== "" ? { state: stdout.trim(), started: "" } : undefined;
}
