// Room: domain. Which process of which machine holds a thing, and whether it still runs. Types only.

/** This process and its neighbours. */
export interface Machine {
  readonly pid: number;
  readonly host: string;
  /** When this process began, as its system counts it; empty where the system does not tell. Numbers come round again, a number and a beginning do not. */
  readonly started: string;
  /** True while a process of that number runs on this machine: where both are known, the one that began then. One that was killed and not yet buried runs no more. */
  isRunning(pid: number, started: string): boolean;
}
