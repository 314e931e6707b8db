// Room: domain. The greatest of some numbers. Pure.

/** The greatest of some numbers, however many there are: a call like Math.max has room for some hundred thousand. Where there are none, or all are less, it is `least`. */
export function greatest(numbers: readonly number[], least = 0): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
