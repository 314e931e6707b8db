// Room: content. What was made of a library, as numbers in files beside the library that was kept; believed only while their key is the same.
import { join } from "node:path";
import type { LibraryMemory } from "../domain/library.ts";
import { readKept, writeKept } from "./kept.ts";

/** The memory of a library in a folder, a file for each thing that is kept. `key` tells this library from all others. */
export function memoryIn(folder: string, key: string): LibraryMemory {
  return {
    recall: (what) => recalled(readKept(join(folder, what)), key),
    keep: (what, numbers) => writeKept(join(folder, what), written(numbers, key)),
    with: (addition) => memoryIn(folder, `${key}\n${addition}`),
  };
}

/**
 * The length of the key in bytes; the numbers, of four bytes each in the machine's own order; the key. All of it stands in the file twice, and both must
 * be equal: to compare half a megabyte takes 0.05 ms, and a check sum of it 2.5 in a start that has not compiled its loop yet.
 */
function written(numbers: Uint32Array, key: string): Uint8Array {
  const name = Buffer.from(key);
  const words = new Uint32Array(1 + numbers.length);
  words[0] = name.length;
  words.set(numbers, 1);
  const once = Buffer.concat([new Uint8Array(words.buffer), name]);
  return Buffer.concat([once, once]);
}

/** The numbers of a file's bytes; undefined where they are not whole, or of another library. A machine that orders bytes otherwise finds another length. */
function recalled(twice: Buffer | undefined, key: string): Uint32Array | undefined {
  if (!twice) return undefined;
  const bytes = twice.subarray(0, twice.length / 2);
  const name = Buffer.from(key);
  const length = bytes.length - name.length;
  if (!bytes.equals(twice.subarray(bytes.length)) || length < 4 || length % 4 !== 0 || !bytes.subarray(length).equals(name)) return undefined;
  // A copy, since numbers must begin at a multiple of four bytes.
  const words = new Uint32Array(new Uint8Array(bytes.subarray(0, length)).buffer);
  return words[0] === name.length ? words.subarray(1) : undefined;
}
