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

/** Check sum, length of the key in bytes; then the numbers, of four bytes each in the machine's own order; then the key. */
const head = 2;

function written(numbers: Uint32Array, key: string): Uint8Array {
  const name = Buffer.from(key);
  const words = new Uint32Array(head + numbers.length);
  words.set([checkSum(numbers), name.length]);
  words.set(numbers, head);
  return Buffer.concat([new Uint8Array(words.buffer), name]);
}

/** The numbers of a file's bytes; undefined where they are not whole, or of another library. A machine that orders bytes otherwise finds the check sum wrong. */
function recalled(bytes: Buffer | undefined, key: string): Uint32Array | undefined {
  const name = Buffer.from(key);
  const length = (bytes?.length ?? 0) - name.length;
  if (!bytes || length < 4 * head || length % 4 !== 0 || !bytes.subarray(length).equals(name)) return undefined;
  // A copy, since numbers must begin at a multiple of four bytes.
  const words = new Uint32Array(new Uint8Array(bytes.subarray(0, length)).buffer);
  const numbers = words.subarray(head);
  return words[1] === name.length && words[0] === checkSum(numbers) ? numbers : undefined;
}

/** As `hashOf` of domain/names.ts, by numbers in place of letters: each that is changed alone shows. */
function checkSum(numbers: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < numbers.length; at += 1) sum = Math.imul(sum ^ (numbers[at] as number), 0x01000193);
  return sum >>> 0;
}
