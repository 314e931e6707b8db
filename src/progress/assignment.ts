// Room: progress. The best assignment of things to places, exact. Pure.

/** What giving each thing (a column) to each place (a row) is worth: 0 or more; 0 is as good as nothing. Rows are of one length. */
export type Worths = readonly (readonly number[])[];

/**
 * For each row its column, or undefined for none, such that the sum of the worths is the largest that there is while no column has more than
 * `most` rows. The assignment problem by shortest augmenting paths over prices of rows and columns (H. W. Kuhn 1955; R. Jonker and A. Volgenant
 * 1987): at most rows² × (columns × most + rows) steps. A column stands there as often as it may be used, and for each row there is a place
 * that is worth nothing.
 */
export function assignBest(worths: Worths, most: number): readonly (number | undefined)[] {
  const things = worths[0]?.length ?? 0;
  const slots = things * most;
  const cost = (row: number, slot: number): number => (slot < slots ? -worthOf(worths, row, slot % things) : 0);
  const rowOf = matchCheapest({ rows: worths.length, slots: slots + worths.length, cost });
  const chosen: (number | undefined)[] = worths.map(() => undefined);
  for (const [slot, row] of rowOf.entries()) {
    const thing = slot % things;
    if (row >= 0 && slot < slots && worthOf(worths, row, thing) > 0) chosen[row] = thing;
  }
  return chosen;
}

function worthOf(worths: Worths, row: number, thing: number): number {
  return worths[row]?.[thing] ?? 0;
}

/** At least as many slots as rows. */
interface Market {
  readonly rows: number;
  readonly slots: number;
  cost(row: number, slot: number): number;
}

/** Prices at which no row would rather have another slot than its own. */
interface Prices {
  readonly rows: number[];
  readonly slots: number[];
}

/** For each slot the row that has it, -1 for none, at the least cost in all. */
function matchCheapest(market: Market): readonly number[] {
  const prices: Prices = { rows: zeros(market.rows), slots: zeros(market.slots) };
  const rowOf = zeros(market.slots).map(() => -1);
  for (let row = 0; row < market.rows; row += 1) seat(row, { market, prices, rowOf });
  return rowOf;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

interface Matching {
  readonly market: Market;
  readonly prices: Prices;
  readonly rowOf: number[];
}

/** A search for the cheapest way to a free slot. */
interface Search {
  /** The price of the cheapest way found to each slot. */
  readonly reach: number[];
  /** The slot from whose row that way comes; -1 from the new row. */
  readonly from: number[];
  readonly done: Set<number>;
}

/** Gives a new row a slot, moving others along the cheapest way to a free one (Dijkstra over reduced costs). */
function seat(row: number, matching: Matching): void {
  const { market, prices, rowOf } = matching;
  const search: Search = { reach: zeros(market.slots).map(() => Infinity), from: zeros(market.slots).map(() => -1), done: new Set() };
  let at = { row, slot: -1, price: 0 };
  do {
    relax(at, matching, search);
    const slot = nearestOpen(search);
    at = { row: rowOf[slot] ?? -1, slot, price: search.reach[slot] ?? 0 };
    search.done.add(slot);
  } while (at.row >= 0);
  prices.rows[row] = (prices.rows[row] ?? 0) + at.price;
  raisePrices(at.price, matching, search);
  moveAlong(at.slot, row, { rowOf, from: search.from });
}

/** What was passed on the way to a free slot at `price` becomes dearer by how much sooner it was reached. */
function raisePrices(price: number, { prices, rowOf }: Matching, search: Search): void {
  for (const slot of search.done) {
    const spare = price - (search.reach[slot] ?? 0);
    const holder = rowOf[slot] ?? -1;
    prices.slots[slot] = (prices.slots[slot] ?? 0) - spare;
    if (holder >= 0) prices.rows[holder] = (prices.rows[holder] ?? 0) + spare;
  }
}

function relax(at: { readonly row: number; readonly slot: number; readonly price: number }, { market, prices }: Matching, search: Search): void {
  for (let slot = 0; slot < market.slots; slot += 1) {
    if (search.done.has(slot)) continue;
    const price = at.price + market.cost(at.row, slot) - (prices.rows[at.row] ?? 0) - (prices.slots[slot] ?? 0);
    if (price >= (search.reach[slot] ?? Infinity)) continue;
    search.reach[slot] = price;
    search.from[slot] = at.slot;
  }
}

function nearestOpen({ reach, done }: Search): number {
  let best = -1;
  for (const [slot, price] of reach.entries()) {
    if (!done.has(slot) && (best < 0 || price < (reach[best] ?? Infinity))) best = slot;
  }
  return best;
}

function moveAlong(end: number, row: number, { rowOf, from }: { readonly rowOf: number[]; readonly from: readonly number[] }): void {
  let slot = end;
  while (slot >= 0) {
    const before = from[slot] ?? -1;
    rowOf[slot] = before < 0 ? row : (rowOf[before] ?? -1);
    slot = before;
  }
}
