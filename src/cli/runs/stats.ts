// Room: cli. `coach stats`: the journal in numbers.
import { tellConfidence } from "../../domain/confidence.ts";
import { everyOutline, questionFinder } from "../../domain/framework-practice.ts";
import type { Agreement, Calibration, Stats, TickCount } from "../../domain/stats.ts";
import { statsOf } from "../../progress/stats.ts";
import { statsView } from "../../terminal/views/stats.ts";
import type { App } from "../app.ts";
import { whileWeighing } from "../patience.ts";
import { cleaned } from "./attempts.ts";
import { companyIds } from "./company.ts";
import { historyOf, pastIn } from "./past.ts";

export interface StatsOptions {
  readonly company?: string;
  readonly since?: string;
}

export async function showStats(app: App, { company, since }: StatsOptions): Promise<void> {
  const library = await app.library();
  const { dayEnds } = await app.settings();
  const history = await historyOf(app);
  const filter = { questions: companyIds(library, company), since, dayEnds, whole: history.attempt };
  const stats = await whileWeighing(app, history.attempts, async () => cleaned(statsOf(pastIn(history), everyOutline(library), filter)));
  await app.show({ text: (theme) => statsView(stats, questionFinder(library), theme), json: () => statsJson(stats) });
}

function statsJson({ calibration, agreement, ...rest }: Stats): unknown {
  return { ...rest, calibration: calibrationJson(calibration), agreement: agreementJson(agreement) };
}

function calibrationJson({ bias, levels, ...rest }: Calibration): unknown {
  return {
    ...rest,
    bias: bias ?? null,
    levels: levels.map(({ confidence, mean, ...level }) => ({ confidence, word: tellConfidence(confidence), mean: mean ?? null, ...level })),
  };
}

function agreementJson({ all, ...groups }: Agreement): unknown {
  return { ...all, agreed: agreedShare(all), ...groups };
}

/** Null where nothing was looked at: no ticks are no agreement. */
function agreedShare({ ticks, raised, lowered }: TickCount): number | null {
  return ticks === 0 ? null : (ticks - raised - lowered) / ticks;
}
