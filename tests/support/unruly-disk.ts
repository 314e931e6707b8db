// Room: tests. A real disk of which one call goes wrong: the program is killed there, the call fails, is cut short, or another program acts before it.
import { type Disk, realDisk } from "../../src/journal/disk.ts";

/** What happens at the call. `killed`: nothing after it happens, and of a write only a part. `short`: a write takes only a part, and another program acts after it. */
export type Mishap = "killed" | "EIO" | "ENOSPC" | "EINTR" | "short" | "meanwhile";

export interface Plan {
  /** Which call, from 1; 0 for none. */
  readonly at: number;
  readonly mishap: Mishap;
  /** From 0 to 1: how much of a write is done. Of another call, whether it is done before the kill. */
  readonly share: number;
  /** What another program does before the call. */
  readonly meanwhile: () => void;
}

export interface UnrulyDisk {
  readonly disk: Disk;
  wasKilled(): boolean;
  /** Closes what a killed program left open. */
  end(): void;
}

/** All but the one by which drafts are written out while somebody types. */
type Call = Exclude<keyof Disk, "fsync">;

const calls = Object.keys({
  closeSync: 0,
  fchmodSync: 0,
  fstatSync: 0,
  fsyncSync: 0,
  lstatSync: 0,
  mkdirSync: 0,
  openSync: 0,
  readdirSync: 0,
  readFileSync: 0,
  readSync: 0,
  renameSync: 0,
  statSync: 0,
  unlinkSync: 0,
  writeSync: 0,
} satisfies Record<Call, 0>) as Call[];

/** A disk for one action of one program. Nothing is written out: only a power cut would tell, and it would take most of the time. */
export function unrulyDisk(plan: Plan): UnrulyDisk {
  const open = new Set<unknown>();
  let count = 0;
  let isDead = false;
  const really = (name: Call, args: readonly unknown[]): unknown => {
    if (name === "fsyncSync") return undefined;
    const given = (realDisk[name] as (...all: readonly unknown[]) => unknown)(...args);
    if (name === "openSync") open.add(given);
    if (name === "closeSync") open.delete(args[0]);
    return given;
  };
  const partly = (name: Call, args: readonly unknown[]): unknown => {
    const [fd, bytes, from, length, place] = args as readonly [number, Buffer, number?, number?, number?];
    if (name === "writeSync") return realDisk.writeSync(fd, bytes, from ?? 0, Math.floor((length ?? bytes.length) * plan.share), place ?? null);
    return plan.share < 0.5 && plan.mishap === "killed" ? undefined : really(name, args);
  };
  const goWrong = (name: Call, args: readonly unknown[]): unknown => {
    if (plan.mishap === "meanwhile") {
      plan.meanwhile();
      return really(name, args);
    }
    if (plan.mishap === "short") {
      const given = partly(name, args);
      plan.meanwhile();
      return given;
    }
    if (plan.mishap !== "killed") throw Object.assign(new Error(`${plan.mishap}: made to fail`), { code: plan.mishap });
    isDead = true;
    partly(name, args);
    throw new Error("killed");
  };
  const wrapped = calls.map((name) => [
    name,
    (...args: readonly unknown[]) => {
      if (isDead) throw new Error("killed");
      count += 1;
      return count === plan.at ? goWrong(name, args) : really(name, args);
    },
  ]);
  return {
    disk: { fsync: realDisk.fsync, ...(Object.fromEntries(wrapped) as Omit<Disk, "fsync">) },
    wasKilled: () => isDead,
    end: () => {
      for (const fd of open) realDisk.closeSync(fd as number);
    },
  };
}
