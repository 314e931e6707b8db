// Room: journal. Names that are not used twice.

/** Eight hex digits: 32 bits of chance. Unique and no secret, so `Math.random` will do; loading node:crypto is a tenth of a start. */
export function randomName(): string {
  return Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, "0");
}
