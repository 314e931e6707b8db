// Room: tests. Numbers as one says them: `$1,200` is "one thousand two hundred dollars".

const units = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A whole number below a billion in words. */
export function say(value: number): string {
  if (value < 20) return units[value] ?? "";
  if (value < 100) return [tens[Math.floor(value / 10)], ...rest(value % 10)].join("-");
  if (value < 1000) return [`${say(Math.floor(value / 100))} hundred`, ...rest(value % 100)].join(" and ");
  const [size, name] = value < 1_000_000 ? [1000, "thousand"] : [1_000_000, "million"];
  return [`${say(Math.floor(value / size))} ${name}`, ...rest(value % size)].join(" ");
}

function rest(value: number): readonly string[] {
  return value === 0 ? [] : [say(value)];
}

/** A text with its numbers in words; marks of the dollar and the percent go with them. Years and codes such as `p95` stay. */
export function inWords(text: string): string {
  return text.replace(
    /(?<![\p{L}\d.,])(\$?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:\s?(%)|(?![\p{L}\d]))/gu,
    (_, dollar: string, whole: string, part?: string, percent?: string) => {
      const value = Number(whole.replaceAll(",", ""));
      const decimals = part === undefined ? "" : ` point ${[...part].map((digit) => say(Number(digit))).join(" ")}`;
      return `${say(value)}${decimals}${percent === undefined ? "" : " percent"}${dollar === "" ? "" : " dollars"}`;
    },
  );
}
