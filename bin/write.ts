// Room: bin. Writes text to a descriptor.
import { writeSync } from "node:fs";

/** Writes all of a text, also to a pipe that is full or has lost its reader. */
export function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN" && code !== "EINTR") throw fault;
    }
  }
}
