// Room: settings. One process at a time changes the settings: a lock file beside them.
import * as fs from "node:fs";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { CoachError } from "../domain/errors.ts";
import { systemCode } from "../domain/system-error.ts";

/** A change takes some milliseconds; whoever holds the lock for 3 s is stuck. */
const patience = { tries: 150, milliseconds: 20 };

/** Milliseconds after which a lock is nobody's, whatever runs under its number now: numbers come round again. */
const longest = 60_000;

/** The same for a lock that names nobody: its maker was killed before the next call, which comes microseconds later. */
const longestNameless = 1000;

/** Runs `act` while no other process holds `lock`. The file names its holder, so that the lock of a dead one is taken over at once. */
export async function whileLocked<T>(lock: string, act: () => T): Promise<T> {
  for (let tries = 0; !take(lock); tries += 1) {
    if (tries === patience.tries)
      throw new CoachError(`Another coach is changing the settings (${lock}).`, {
        fault: "failure",
        advice: "Try again; if no other coach is running, delete that file.",
      });
    if (!dropDead(lock)) await wait(patience.milliseconds);
  }
  try {
    return act();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  let fd: number;
  try {
    fd = fs.openSync(lock, "wx", 0o600);
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
  try {
    fs.writeSync(fd, `${process.pid} ${hostname()}\n`);
    return true;
  } catch (error) {
    // A lock that names nobody, as a full disk would leave, would lock everyone out.
    fs.rmSync(lock, { force: true });
    throw error;
  } finally {
    fs.closeSync(fd);
  }
}

/** Removes the lock of a process of this machine that is no more, and an old one of this machine or of nobody; true when it was removed. */
function dropDead(lock: string): boolean {
  const [, pid, host = hostname()] = /^(\d{1,10}) (.+)\n$/.exec(read(lock)) ?? [];
  const isDead = pid !== undefined && !isAlive(Number(pid));
  if (host !== hostname() || !(isDead || isOlder(lock, pid === undefined ? longestNameless : longest))) return false;
  fs.rmSync(lock, { force: true });
  return true;
}

function isOlder(lock: string, milliseconds: number): boolean {
  const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > milliseconds;
}

function read(lock: string): string {
  try {
    return fs.readFileSync(lock, "utf8");
  } catch {
    // Gone between the two looks: the next try takes it.
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return systemCode(error) === "EPERM";
  }
}
