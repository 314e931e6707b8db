// Room: language. Words in a row as one text, to see whether they stand somewhere else too. Pure.

/** The words from a place on, so many of them, with blanks between. Joined once and cut from that, so that all runs of a text cost little more than the text. */
export function runsIn(words: readonly string[]): (at: number, length: number) => string {
  const text = words.join(" ");
  const starts: number[] = [];
  let start = 0;
  for (const word of words) {
    starts.push(start);
    start += word.length + 1;
  }
  return (at, length) => text.slice(starts[at], (starts[at + length] ?? start) - 1);
}
