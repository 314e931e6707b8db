// Room: language. Units of measure by their names. Pure.

/** What kind of thing a number counts. `count` is a number of anything named (people, stores); `plain` has no unit. */
type UnitClass = "money" | "share" | "time" | "count" | "plain";

export interface Unit {
  readonly unitClass: UnitClass;
  /** What the scale leads to: two values can be compared when their bases are the same. */
  readonly base: string;
  /** One of this unit in its base. */
  readonly scale: number;
}

/** No unit at all. */
export const noUnit: Unit = { unitClass: "plain", base: "", scale: 1 };

const day = 86_400;

const families: readonly (readonly [names: string, unit: Unit])[] = [
  ["$ usd us$ dollar dollars buck bucks", { unitClass: "money", base: "USD", scale: 1 }],
  ["¢ cent cents", { unitClass: "money", base: "USD", scale: 0.01 }],
  ["€ eur euro euros", { unitClass: "money", base: "EUR", scale: 1 }],
  ["£ gbp pounds sterling", { unitClass: "money", base: "GBP", scale: 1 }],
  ["¥ cny rmb yuan", { unitClass: "money", base: "CNY", scale: 1 }],
  ["% percent pct percentage pp", { unitClass: "share", base: "share", scale: 0.01 }],
  ["‰ permille", { unitClass: "share", base: "share", scale: 0.001 }],
  ["bps bp", { unitClass: "share", base: "share", scale: 0.0001 }],
  ["ms msec millisecond milliseconds", { unitClass: "time", base: "second", scale: 0.001 }],
  ["s sec secs second seconds", { unitClass: "time", base: "second", scale: 1 }],
  ["min mins minute minutes", { unitClass: "time", base: "second", scale: 60 }],
  ["h hr hrs hour hours", { unitClass: "time", base: "second", scale: 3600 }],
  ["day days", { unitClass: "time", base: "second", scale: day }],
  ["week weeks wk wks", { unitClass: "time", base: "second", scale: 7 * day }],
  // A month is no fixed number of days, nor is a business day a day: they compare among themselves only.
  ["month months mo mos", { unitClass: "time", base: "month", scale: 1 }],
  ["year years yr yrs", { unitClass: "time", base: "month", scale: 12 }],
];

const phrases: readonly (readonly [words: readonly string[], unit: Unit])[] = [
  [["per", "cent"], { unitClass: "share", base: "share", scale: 0.01 }],
  [["percentage", "points"], { unitClass: "share", base: "share", scale: 0.01 }],
  [["percentage", "point"], { unitClass: "share", base: "share", scale: 0.01 }],
  [["basis", "points"], { unitClass: "share", base: "share", scale: 0.0001 }],
  [["basis", "point"], { unitClass: "share", base: "share", scale: 0.0001 }],
  [["us", "dollars"], { unitClass: "money", base: "USD", scale: 1 }],
  [["business", "days"], { unitClass: "time", base: "business day", scale: 1 }],
  [["business", "day"], { unitClass: "time", base: "business day", scale: 1 }],
  [["working", "days"], { unitClass: "time", base: "business day", scale: 1 }],
  [["working", "day"], { unitClass: "time", base: "business day", scale: 1 }],
  [["calendar", "days"], { unitClass: "time", base: "second", scale: day }],
  [["calendar", "day"], { unitClass: "time", base: "second", scale: day }],
];

/** Few words begin a phrase: most are told from them at once. */
const phraseBeginnings = new Set(phrases.map(([words]) => words[0]));

const unitsByName = new Map<string, Unit>(families.flatMap(([names, unit]) => names.split(" ").map((name): [string, Unit] => [name, unit])));

/** The names of times: what "a" and "an" stand before as a number. */
export const timeNames: readonly string[] = families.flatMap(([names, { unitClass }]) => (unitClass === "time" ? names.split(" ") : []));

/** The unit that one name means (`$`, `usd`, `minutes`), in small letters. */
export function unitNamed(name: string): Unit | undefined {
  return unitsByName.get(name);
}

/** The unit that begins with these two words (`business days`), in small letters. */
export function unitPhrase(first: string, second: string): Unit | undefined {
  return phraseBeginnings.has(first) ? phrases.find(([words]) => words[0] === first && words[1] === second)?.[1] : undefined;
}
