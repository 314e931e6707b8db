// Numeric questions of the library: finite for every seed, and those of general/numbers right by the textbook and sensible in size.
import { relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { tellNumber } from "../../src/domain/amount.ts";
import { type Case, drawCase, fillIn } from "../../src/domain/case.ts";
import { computeFormula } from "../../src/domain/formula.ts";
import type { NumericQuestion, Question } from "../../src/domain/question.ts";
import { gradeAnswer } from "../../src/grading/grade.ts";

const home = resolve(import.meta.dirname, "../..");
const { library } = readLibrary(rootsOf(home), (absolute) => relative(home, absolute).replaceAll("\\", "/"));
const isNumeric = (question: Question): question is NumericQuestion => question.kind === "numeric";
const numeric = library.decks.flatMap((deck) => deck.questions).filter(isNumeric);
const folder = "general/numbers/";
const drills = numeric.filter((question) => question.id.startsWith(folder));
const seeds = Array.from({ length: 1000 }, (_, seed) => seed);

const roomOf = ({ tolerance }: NumericQuestion, answer: number): number => (tolerance.by === "share" ? tolerance.size * Math.abs(answer) : tolerance.size);

/** What a question of general/numbers may answer, and how to reckon it from its drawn numbers, in the order of its `Given:`. */
interface Textbook {
  readonly least: number;
  readonly most: number;
  readonly reckon: (...drawn: number[]) => number;
  /** How far off the reckoning itself may be: a searched optimum, a rounded z. Far below the question's tolerance. */
  readonly room?: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const running = (values: readonly number[]): number[] => values.map((_, index) => sum(values.slice(0, index + 1)));

/** The smallest whole number for which `holds` is true, given that it stays true from there on. */
function smallest(holds: (count: number) => boolean): number {
  let [low, high] = [0, 1];
  while (!holds(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Where a function with one peak is highest between two ends. */
function highest(from: number, to: number, worth: (at: number) => number): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 100; round += 1) {
    const third = (high - low) / 3;
    if (worth(low + third) < worth(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

/** The standard normal distribution up to `z`, by its series. */
function normalUpTo(z: number): number {
  let [term, total] = [z, z];
  for (let odd = 3; odd < 100; odd += 2) {
    term *= (z * z) / odd;
    total += term;
  }
  return 0.5 + (total * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The root of a falling or rising function between two ends of unlike sign. */
function rootOf(from: number, to: number, value: (at: number) => number): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2;
    if (Math.sign(value(middle)) === Math.sign(value(low))) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const varianceOf = (rate: number): number => rate * (1 - rate);
const fifths = (value: number, limits: readonly number[]): number => 1 + limits.filter((limit) => value >= limit).length;
/** Chance that a positive is true, from counts of people. */
const shareTrue = (positives: number, found: number, others: number, alarmed: number): number =>
  (100 * positives * found) / (positives * found + others * alarmed);

const experiments: Readonly<Record<string, Textbook>> = {
  "size-two-means": {
    least: 500,
    most: 500_000,
    // The gain squared is at least the sum of z's squared times the variance of the difference, in whole numbers: z in hundredths, the gain in cents.
    reckon: (average, sd, lift, zb) => smallest((n) => n * (average * lift) ** 2 >= (196 + Math.round(zb * 100)) ** 2 * (sd * sd + sd * sd)),
  },
  "size-two-rates": {
    least: 1000,
    most: 200_000,
    reckon: (base, points, zb) => {
      const [p, q] = [base / 100, (base + points) / 100];
      const needed = (n: number): number => 1.96 * Math.sqrt((2 * varianceOf((p + q) / 2)) / n) + zb * Math.sqrt((varianceOf(p) + varianceOf(q)) / n);
      return 2 * smallest((n) => needed(n) <= q - p);
    },
  },
  "unequal-split": {
    least: 40_000,
    most: 1_100_000,
    // The arms' variances, 100/(share all) + 100/((100 - share) all), add up to no more than 4/n. In whole numbers.
    reckon: (n, share) => smallest((all) => 10_000 * n <= 4 * all * share * (100 - share)),
  },
  "duration-triggered": {
    least: 14,
    most: 98,
    reckon: (arms, n, visitors, share) => {
      let [days, people] = [7, 0];
      while (people * 100 < arms * n * 100) {
        people += (7 * visitors * share) / 100;
        days += 7;
      }
      return days;
    },
  },
  "smallest-lift": {
    least: 1,
    most: 20,
    reckon: (visitors, weeks, base) => {
      const [people, rate] = [(visitors * 7 * weeks) / 2, base / 100];
      return rootOf(0.01, 100, (lift) => (16 * varianceOf(rate)) / (rate * (lift / 100)) ** 2 - people);
    },
  },
  "days-with-past": { least: 7, most: 84, reckon: (days, rho) => days * (1 - rho) * (1 + rho) },
  "stores-not-shoppers": {
    least: 10,
    most: 1000,
    reckon: (n, m, k) => smallest((stores) => stores * m * 1000 >= n * (1000 + (m - 1) * k)),
  },
  "family-error": {
    least: 1,
    most: 100,
    // One after the other: alarmed before, or not before and now.
    reckon: (metrics, segments, alpha) => 100 * times(metrics * segments, () => alpha / 100).reduce((any, level) => any + (1 - any) * level, 0),
  },
  "benjamini-hochberg": {
    least: 1,
    most: 5,
    reckon: (...drawn) => Math.max(0, ...drawn.map((p, index) => (Math.round(p * 1e4) * 5 <= 500 * (index + 1) ? index + 1 : 0))),
  },
  "split-check": {
    least: 0.1,
    most: 60,
    reckon: (n, gap) => sum([n, n - gap].map((seen) => (seen - (2 * n - gap) / 2) ** 2 / ((2 * n - gap) / 2))),
  },
  "difference-in-differences": {
    least: 500,
    most: 20_000,
    reckon: (tb, ut, cb, uc) => {
      const [treated, compared] = [tb + (tb * ut) / 100, cb + (cb * uc) / 100];
      return treated - tb * (compared / cb);
    },
  },
};

const forecasting: Readonly<Record<string, Textbook>> = {
  mape: {
    least: 5,
    most: 40,
    reckon: (a1, a2, a3, a4, e1, e2, e3, e4) => {
      const sold = [a1, a2, a3, a4];
      const forecast = [a1 + e1, a2 + e2, a3 + e3, a4 + e4];
      return mean(sold.map((actual, week) => 100 * Math.abs((actual - (forecast[week] ?? 0)) / actual)));
    },
  },
  bias: {
    least: -30,
    most: -1,
    reckon: (a1, a2, a3, a4, u1, u2, o3, u4) => {
      const sold = sum([a1, a2, a3, a4]);
      return 100 * (sum([a1 - u1, a2 - u2, a3 + o3, a4 - u4]) / sold - 1);
    },
  },
  "tracking-signal": { least: -5, most: 5, reckon: (...errors) => sum(errors) / mean(errors.map(Math.abs)) },
  "wape-by-store": {
    least: 1,
    most: 40,
    reckon: (a1, a2, a3, o1, u2, o3) => {
      const [sold, forecast] = [
        [a1, a2, a3],
        [a1 + o1, a2 - u2, a3 + o3],
      ];
      const byStore = sum(sold.map((actual, store) => Math.abs((forecast[store] ?? 0) - actual))) / sum(sold);
      return 100 * (byStore - Math.abs(sum(forecast) - sum(sold)) / sum(sold));
    },
  },
  "value-added": {
    least: -60,
    most: 85,
    reckon: (...drawn) => {
      const sold = drawn.slice(0, 4);
      const errorOf = (offsets: readonly number[]): number => mean(sold.map((actual, day) => Math.abs(actual + (offsets[day] ?? 0) - actual)));
      return 100 * (1 - errorOf(drawn.slice(8)) / errorOf(drawn.slice(4, 8)));
    },
  },
  pinball: {
    least: 0.5,
    most: 5,
    reckon: (q, f, up, low, deep) => mean([f + up, f - low, f - deep].map((sold) => Math.max((q / 100) * (sold - f), (q / 100 - 1) * (sold - f)))),
  },
  croston: {
    least: 0.2,
    most: 2.5,
    reckon: (s, p, d, g, alpha) => {
      const smoothed = (level: number, seen: number): number => alpha * seen + (1 - alpha) * level;
      return (smoothed(s, d) / smoothed(p, g)) * (1 - alpha / 2);
    },
  },
  coverage: {
    least: 0.5,
    most: 8,
    // Days inside, against the binomial mean and spread of their count.
    reckon: (n, hold) => (n * 0.8 - (n * hold) / 100) / Math.sqrt(n * varianceOf(0.8)),
  },
  "safety-stock": { least: 10, most: 420, reckon: (average, sd, lead, late, z) => z * Math.hypot(sd * Math.sqrt(lead), average * late) },
  "reorder-cases": {
    least: 0,
    most: 560,
    reckon: (average, review, lead, safety, hand, order, pack) => {
      let ordered = 0;
      while (hand + order + ordered < average * (lead + review) + safety) ordered += pack;
      return ordered;
    },
  },
  "critical-ratio": {
    least: 30,
    most: 95,
    room: 1e-6,
    // The quantile at which one unit more gains as much as it loses.
    reckon: (cost, markup, salvage, goodwill) => {
      const price = cost + markup;
      return 100 * rootOf(0, 1, (sold) => (1 - sold) * (price - cost + goodwill) - sold * (cost - salvage));
    },
  },
  "newsvendor-quantity": {
    least: 200,
    most: 720,
    room: 0.06,
    reckon: (over, ratio, average, sd) => {
      const under = (over * ratio) / (100 - ratio);
      return average + sd * rootOf(-5, 5, (z) => normalUpTo(z) - under / (under + over));
    },
  },
  "pooled-stock": {
    least: 10,
    most: 1300,
    reckon: (n, sd, rho, z) => {
      const covariances = times(n, (one) => times(n, (other) => (one === other ? 1 : rho) * sd * sd)).flat();
      return n * z * sd - z * Math.sqrt(sum(covariances));
    },
  },
};

const models: Readonly<Record<string, Textbook>> = {
  "false-positive-cost": {
    least: 20_000,
    most: 3_000_000,
    reckon: (orders, bad, fpr, margin, leave, later) => {
      const refused = ((orders - (orders * bad) / 10_000) * fpr) / 100;
      return 30 * (refused * margin + ((refused * leave) / 100) * later);
    },
  },
  "camera-precision": { least: 10, most: 90, reckon: (empty, recall, fpr) => shareTrue(empty, recall, 100 - empty, fpr) },
  "false-alarms-allowed": {
    least: 20,
    most: 2000,
    room: 1e-4,
    // The rate at which Bayes' theorem gives the wanted precision.
    reckon: (bad, recall, precision) => 1e6 * rootOf(0, 1, (rate) => shareTrue(bad, recall / 100, 10_000 - bad, rate) - precision),
  },
  "second-screen": {
    least: 15,
    most: 97,
    reckon: (bad, r1, f1, r2, f2) => shareTrue(bad, (r1 / 100) * (r2 / 100), 1000 - bad, (f1 / 100) * (f2 / 100)),
  },
  "ks-bins": {
    least: 0,
    most: 40,
    reckon: (...drawn) => {
      const [reference, week] = [running(drawn.slice(0, 4)), running(drawn.slice(4))];
      return 100 * Math.max(...reference.map((count, bin) => Math.abs(count / 200 - (week[bin] ?? 0) / 100)));
    },
  },
  psi: {
    least: 0.005,
    most: 0.4,
    reckon: (e1, e2, low, mid) => {
      const then = [e1, e2, 100 - e1 - e2];
      const now = [e1 - low, e2 - mid, 100 - e1 - e2 + low + mid];
      const divergence = (of: readonly number[], from: readonly number[]): number =>
        sum(of.map((share, band) => (share / 100) * Math.log(share / (from[band] ?? 0))));
      return divergence(now, then) + divergence(then, now);
    },
  },
  "auc-by-hand": {
    least: 0.4,
    most: 1,
    // Mann-Whitney: the rank sum of those who left.
    reckon: (...scores) => {
      const ranked = [...scores].sort((a, b) => a - b);
      const ranks = scores.slice(0, 3).map((score) => mean(ranked.flatMap((other, index) => (other === score ? [index + 1] : []))));
      return (sum(ranks) - 6) / 12;
    },
  },
  f2: {
    least: 0.3,
    most: 0.95,
    reckon: (tp, fp, fn) => {
      const [precision, recall] = [tp / (tp + fp), tp / (tp + fn)];
      return ((1 + 2 ** 2) * precision * recall) / (2 ** 2 * precision + recall);
    },
  },
  "calibration-gap": {
    least: 1,
    most: 15,
    reckon: (n1, n2, n3, o1, o2, o3) => {
      const all = n1 + n2 + n3;
      return (n1 / all) * Math.abs(o1 - 10) + (n2 / all) * Math.abs(o2 - 40) + (n3 / all) * Math.abs(o3 - 80);
    },
  },
  "latency-left": {
    least: 5,
    most: 110,
    reckon: (gate, prof, clicks, cand, feat, batches, rank) => {
      const ready = [prof, clicks, cand].map((call) => gate + call);
      return 150 - times(batches, () => rank).reduce((clock, batch) => clock + batch, Math.max(...ready) + feat);
    },
  },
  replicas: { least: 2, most: 240, reckon: (rps, ms, slots, load) => smallest((count) => count * slots * load * 10 >= rps * ms) },
  "slowest-of-many": { least: 1, most: 70, reckon: (k, slow) => 100 * times(k, () => slow / 100).reduce((any, one) => any + (1 - any) * one, 0) },
};

const retail: Readonly<Record<string, Textbook>> = {
  "markdown-revenue": {
    least: 5,
    most: 50,
    room: 1e-4,
    reckon: (e, cap) => highest(0, cap, (cut) => (1 - cut / 100) * (1 + (e * cut) / 100)),
  },
  "markdown-profit": {
    least: 0,
    most: 50,
    room: 1e-4,
    reckon: (price, cs, e, cap) => highest(0, cap, (cut) => (price * (1 - cut / 100) - (price * cs) / 100) * (1 - cut / 100) ** -e),
  },
  "discount-break-even": {
    least: 10,
    most: 160,
    room: 1e-6,
    reckon: (price, units, margin, cut, fund, fixed) => {
      const cost = price * (1 - margin / 100);
      const [paid, funded] = [price * (1 - cut / 100), ((price * cut) / 100) * (fund / 100)];
      return rootOf(0, 1000, (rise) => units * (1 + rise / 100) * (paid + funded - cost) - fixed - units * (price - cost));
    },
  },
  "rfm-score": {
    least: 111,
    most: 555,
    reckon: (days, orders, basket) => {
      const digits = [6 - fifths(days, [8, 15, 31, 61]), fifths(orders, [3, 6, 12, 24]), fifths(orders * basket, [200, 500, 1000, 2000])];
      return Number(digits.join(""));
    },
  },
  "clv-year": {
    least: 15,
    most: 1200,
    reckon: (orders, basket, margin, stay, rate) =>
      sum(times(12, (month) => (orders * basket * (margin / 100) * (stay / 100) ** month) / (1 + rate / 100) ** month)),
  },
  "clv-net": {
    least: 5,
    most: 600,
    reckon: (cac, margin, stay, rate) => sum(times(500, (year) => (margin * (stay / 100) ** (year + 1)) / (1 + rate / 100) ** (year + 1))) - cac,
  },
  "stockout-cost": {
    least: 50,
    most: 2000,
    reckon: (units, out, swap, walk, basket, item) => {
      const disappointed = units * 7 * (out / 100);
      const walked = (disappointed * walk) / 100;
      return walked * basket + (disappointed - walked - (disappointed * swap) / 100) * item;
    },
  },
  "shrink-net": {
    least: -12_000,
    most: 80_000,
    reckon: (sales, before, cut, cost, fee) => {
      const lost = (points: number): number => ((sales * 1e6 * points) / 1e4) * (cost / 100);
      return lost(before) - lost(before - cut) - fee;
    },
  },
  cannibalisation: {
    least: -1600,
    most: 3100,
    reckon: (units, mn, share, mo, fixed) => units * mn - ((units * share) / 100) * mo - fixed,
  },
  funnel: {
    least: 1,
    most: 10,
    reckon: (sessions, view, cart, buy, lift, weak) => {
      const carts = (sessions * view * cart) / 10_000;
      return (100 * (carts * (buy / 100) + ((carts * lift) / 100) * ((buy / 100) * (weak / 100)))) / sessions;
    },
  },
  "mix-shift": { least: -0.8, most: -0.02, reckon: (_m, shift, cm, cd, up) => up - (shift / 100) * (cd - cm) },
  "campaign-profit": {
    least: -50_000,
    most: 90_000,
    reckon: (n, base, up, margin, coupon) => (n * (base + up) * (margin - coupon)) / 100 - (n * base * margin) / 100,
  },
  gmroi: { least: 0.3, most: 5, reckon: (sales, margin, stock) => (sales - sales * (1 - margin / 100)) / (stock - (stock * margin) / 100) },
};

const offers: Readonly<Record<string, Textbook>> = {
  "gmv-bonus": {
    least: 0,
    most: 60_000,
    reckon: (hold, extra) => {
      let steps = 0;
      // Half a per cent of the holdout's dollars is as many half cents.
      while ((steps + 1) * hold <= 2 * extra) steps += 1;
      return 10_000 * steps;
    },
  },
  "first-calendar-year": {
    least: 60_000,
    most: 300_000,
    reckon: (months, base, target, payout, sign, grant) => {
      const salary = sum(times(months, () => base / 12));
      const vested = times(16, (quarter) => ((quarter + 1) * 3 <= months ? grant / 16 : 0));
      return salary + salary * (target / 100) * (payout / 100) + sign + sum(vested);
    },
  },
  "four-years": {
    least: 650_000,
    most: 1_250_000,
    reckon: (base, raise, bonus, sign, grant) => sum(times(4, (year) => base * (1 + raise / 100) ** year * (1 + bonus / 100))) + sign + grant,
  },
  "grant-over-vesting": {
    least: 50_000,
    most: 250_000,
    reckon: (grant, g) => sum(times(16, (quarter) => (grant / 16) * Math.exp((Math.log1p(g / 100) * (quarter + 1)) / 4))),
  },
  "back-loaded": {
    least: 10_000,
    most: 80_000,
    reckon: (grant, v1, v2, v3, years) => {
      const vested = (schedule: readonly number[]): number => (grant * sum(schedule.slice(0, years))) / 100;
      return vested([25, 25, 25, 25]) - vested([v1, v2, v3, 100 - v1 - v2 - v3]);
    },
  },
  "left-behind": { least: 10_000, most: 120_000, reckon: (shares, price, rate, base, months) => shares * price + (base / 12) * months * (rate / 100) },
  "equity-gap": { least: 40, most: 210, reckon: (worth, cap) => (cap * 1e9) / (worth / (0.04 / 100)) },
  "matching-base": {
    least: 110_000,
    most: 190_000,
    room: 0.01,
    reckon: (total, sign, vest, bonus) => rootOf(0, 1e6, (base) => base + (base * bonus) / 100 + sign + vest - total),
  },
  "sign-on-or-base": {
    least: 12,
    most: 72,
    room: 1e-6,
    reckon: (sign, raise, bonus) => rootOf(0, 1000, (months) => (months / 12) * (raise + (raise * bonus) / 100) - sign),
  },
  "expected-grant": {
    least: 30_000,
    most: 130_000,
    reckon: (grant, stay, rate) => sum(times(4, (year) => ((grant / 4) * (stay / 100) ** (year + 1)) / (1 + rate / 100) ** (year + 1))),
  },
};

const textbook: Readonly<Record<string, Textbook>> = Object.fromEntries(
  Object.entries({ experiments, forecasting, models, retail, offers }).flatMap(([deck, entries]) =>
    Object.entries(entries).map(([id, entry]) => [`${folder}${deck}/${id}`, entry]),
  ),
);

/** The last number of a worked step, as a person reads it. */
function lastNumber(step: string): { readonly value: number; readonly decimals: number } {
  const written = (step.match(/-?\d[\d,]*(?:\.\d+)?/g)?.at(-1) ?? "").replaceAll(",", "");
  return { value: Number.parseFloat(written), decimals: written.split(".")[1]?.length ?? 0 };
}

/** What is wrong with a question at each of the seeds. One expectation for all of them: a thousand would take minutes. */
function faultsOf(question: NumericQuestion, faultOf: (asked: Case, answer: number) => string | false, tried: readonly number[] = seeds): string[] {
  return tried.flatMap((seed) => {
    const asked = drawCase(question, seed);
    const fault = faultOf(asked, computeFormula(question.formula, asked.values));
    return fault === false ? [] : [`seed ${seed}: ${fault}`];
  });
}

const each = (questions: readonly NumericQuestion[]) => questions.map((question): [string, NumericQuestion] => [question.id, question]);

/** Shown rounded, a drawn number would not be the one that is reckoned with. */
const roundedIn = (question: NumericQuestion, asked: Case): string | undefined =>
  Object.keys(asked.values).find(
    (name) => question.prompt.includes(`{${name}}`) && Number(tellNumber(asked.values[name] ?? 0).replaceAll(",", "")) !== asked.values[name],
  );

describe("a numeric question of the library", () => {
  test("is one of many", () => {
    expect(numeric.length).toBeGreaterThan(100);
  });

  test.each(each(numeric))("%s has an answer for 1,000 seeds", (_id, question) => {
    const faults = faultsOf(question, (asked, answer) => {
      if (!Number.isFinite(answer)) return `the answer is ${answer}`;
      const rounded = roundedIn(question, asked);
      return rounded !== undefined && `${rounded} is not shown in full`;
    });
    expect(faults.slice(0, 3)).toEqual([]);
  });

  // Every fifth seed: to fill in all steps takes far longer than to reckon the answer.
  test.each(each(numeric))("%s ends its workings in the answer, which is right when it is typed back", (_id, question) => {
    const faultOf = (asked: Case, answer: number): string | false => {
      const told = tellNumber(answer);
      const { score, workings } = gradeAnswer(asked, { kind: "numeric", text: told });
      if (score !== 1) return `${told} is not right`;
      const last = `Answer: ${question.unit === undefined ? told : `${told} ${question.unit}`}`;
      if (workings.length !== question.steps.length + 1 || workings.length < 2 || workings.at(-1) !== last) return workings.join("\n");
      const shown = [asked.prompt, ...workings].join("\n");
      return /no number|NaN|[{}]/.test(shown) && shown;
    };
    const fifth = seeds.filter((seed) => seed % 5 === 0);
    expect(faultsOf(question, faultOf, fifth).slice(0, 3)).toEqual([]);
  });
});

/** Forecast errors and falling prices are told with a minus; nothing else that is asked about here can be below zero. */
const signed = [`${folder}forecasting/tracking-signal`, `${folder}offers/grant-over-vesting`];

function impossibleIn(id: string, prompt: string): boolean {
  const shares = [...prompt.matchAll(/([\d.,]+) %/g)].map(([, share = ""]) => Number(share.replaceAll(",", "")));
  return shares.some((share) => !(share >= 0 && share <= 100)) || (/-\d/.test(prompt) && !signed.includes(id));
}

describe("a drill of general/numbers", () => {
  test("is one of 40 or more, each with a textbook to hold it against, and teaches why", () => {
    expect(drills.length).toBeGreaterThanOrEqual(40);
    expect(Object.keys(textbook).sort()).toEqual(drills.map(({ id }) => id).sort());
    expect(drills.filter(({ why }) => why === undefined).map(({ id }) => id)).toEqual([]);
    // As many numbers as the textbook takes, or any list of them.
    for (const { id, parameters } of drills) expect([0, parameters.length], id).toContain(textbook[id]?.reckon.length);
  });

  test.each(each(drills))("%s agrees with the textbook and stays sensible", (id, question) => {
    const { least, most, room, reckon } = textbook[id]!;
    const faults = faultsOf(question, (asked, answer) => {
      const expected = reckon(...Object.values(asked.values));
      const apart = Math.abs(answer - expected);
      const near = room ?? 1e-9 * Math.max(1, Math.abs(expected));
      if (!(apart <= near)) return `${answer}, by the textbook ${expected}`;
      // An exact answer needs an exact textbook.
      if (room !== undefined && room > roomOf(question, answer) / 10) return `the textbook is too rough for a tolerance of ${roomOf(question, answer)}`;
      return !(answer >= least && answer <= most) && `${answer} is not between ${least} and ${most}`;
    });
    expect(faults.slice(0, 3)).toEqual([]);
  });

  test.each(each(drills))("%s asks of possible things, and its last step gives the answer", (id, question) => {
    const faults = faultsOf(question, (asked, answer) => {
      if (impossibleIn(id, asked.prompt)) return asked.prompt;
      const step = fillIn(question.steps.at(-1) ?? "", asked.values);
      const { value, decimals } = lastNumber(step);
      if (!(Math.abs(value - answer) <= 0.5 * 10 ** -decimals + 1e-9)) return `${step} is not ${answer}`;
      return !(Math.abs(value - answer) <= roomOf(question, answer) + 1e-9) && `${step} is too rough for ${answer}`;
    });
    expect(faults.slice(0, 3)).toEqual([]);
  });

  test.each(["markdown-revenue", "markdown-profit"])("%s never goes beyond its cap, and sometimes reaches it", (id) => {
    const question = drills.find((drill) => drill.id === `${folder}retail/${id}`)!;
    const gaps = seeds.map((seed) => drawCase(question, seed).values).map((values) => (values["cap"] ?? 0) - computeFormula(question.formula, values));
    expect(Math.min(...gaps)).toBe(0);
    expect(Math.max(...gaps)).toBeGreaterThan(1);
  });
});
