// Room: domain. Numbers rounded and told.

/** Rounds half away from zero to `decimals` (0 to 12), free of the binary error that makes 1.005 round down. */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value) || Number.isNaN(decimals)) return value;
  const places = Math.min(12, Math.max(0, Math.trunc(decimals)));
  const shifted = Math.round(shift(Math.abs(value), places));
  return Number.isFinite(shifted) ? Math.sign(value) * shift(shifted, -places) : value;
}

/** Moves the decimal point in the number as it is written, which no multiplication does exactly; `1e-7` already has an exponent. */
function shift(value: number, places: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Decimals that a number of this size deserves when a person reads it. */
function usualDecimals(size: number): number {
  if (size >= 1000) return 0;
  if (size >= 10) return 2;
  return size >= 0.1 || size === 0 ? 3 : 5;
}

/** A number as a person writes it: thousands apart; with `decimals` exactly that many places, left out as many as its size deserves. */
export function tellNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return "no number";
  const places = decimals ?? usualDecimals(Math.abs(value));
  const rounded = roundTo(value, places);
  const [whole = "0", part = ""] = Math.abs(rounded).toFixed(places).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const digits = decimals === undefined ? part.replace(/0+$/, "") : part;
  return `${rounded < 0 ? "-" : ""}${grouped}${digits === "" ? "" : `.${digits}`}`;
}
