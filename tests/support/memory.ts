// A library's memory without a disk.
import type { KeptOfLibrary, LibraryMemory } from "../../src/domain/library.ts";

/** What is kept at the moment, by what it is, with its key. */
export type Kept = Map<KeptOfLibrary, { readonly key: string; readonly numbers: Uint32Array }>;

/** Of each thing the last that was kept, for the key that it was kept for. */
export function aMemory(kept: Kept = new Map(), key = "a library"): LibraryMemory {
  return {
    recall(what) {
      const known = kept.get(what);
      return known?.key === key ? known.numbers : undefined;
    },
    keep: (what, numbers) => void kept.set(what, { key, numbers }),
    with: (addition) => aMemory(kept, `${key}\n${addition}`),
  };
}
