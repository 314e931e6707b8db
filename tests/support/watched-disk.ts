// Room: tests. A real disk that tells which files are open, its other calls replaced as a test wants them.
import { type Disk, realDisk } from "../../src/journal/disk.ts";

export interface WatchedDisk {
  readonly disk: Disk;
  /** The descriptors that were opened and not closed. */
  readonly open: ReadonlySet<number>;
}

/** Watches the real disk, with other calls in the place of its own. */
export function watchedDisk(other: Partial<Disk> = {}): WatchedDisk {
  const open = new Set<number>();
  const disk: Disk = {
    ...realDisk,
    ...other,
    openSync: (...args) => {
      const fd = realDisk.openSync(...args);
      open.add(fd);
      return fd;
    },
    closeSync: (fd) => {
      open.delete(fd);
      realDisk.closeSync(fd);
    },
  };
  return { disk, open };
}
