// Room: cli. Wires the judge: asks for consent, waits with a spinner, and says in one line why an offline mark stands alone.
import { clean, cleanName } from "../../content/clean.ts";
import type { AnswerBody } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Grade } from "../../domain/grade.ts";
import type { JudgeReading } from "../../domain/judgement.ts";
import { hostOf, tidyAddress } from "../../domain/web-address.ts";
import { askJudge, type JudgeEnd, type JudgeSetting } from "../../judge/judge.ts";
import type { Judge } from "../../practice/ports.ts";
import type { Settings } from "../../settings/settings.ts";
import { chooseOne } from "../../terminal/menu.ts";
import { whileShowing } from "../../terminal/progress.ts";
import { listenToInterrupt } from "../../terminal/signals.ts";
import type { Theme } from "../../terminal/theme.ts";
import { consentView } from "../../terminal/views/judge.ts";
import type { App } from "../app.ts";

/** What is remembered from one answer to the next. */
interface Desk {
  readonly app: App;
  readonly setting: JudgeSetting;
  readonly isPlain: boolean;
  isAgreed: boolean;
  /** Readings in a row that did not come about. */
  missed: number;
  isOff: boolean;
}

/** After so many in a row it is not asked again: each would cost the person the whole time-out. */
const mostMissed = 2;

/** The judge at `url`. Nothing is sent before the person has agreed to that very address. */
export function createJudge(app: App, url: string, settings: Settings): Judge {
  const address = tidyAddress(url);
  const setting = { address, model: modelOf(app, settings), key: keyOf(app, settings), seconds: settings.judgeTimeout, clean };
  const isAgreed = settings.judgeConsent !== undefined && tidyAddress(settings.judgeConsent) === address;
  const desk: Desk = { app, setting, isPlain: settings.plain, isAgreed, missed: 0, isOff: false };
  return { counts: settings.judgeCounts, read: async (asked, body, grade) => ((await mayAsk(desk)) ? read(desk, asked, { body, grade }) : undefined) };
}

/** Servers with a single model take any name. */
function modelOf({ world }: App, { judgeModel }: Settings): string {
  return cleanName(world.env["COACH_JUDGE_MODEL"] ?? "").trim() || (judgeModel ?? "default");
}

function keyOf({ world }: App, { judgeKey }: Settings): string | undefined {
  return world.env["COACH_JUDGE_KEY"]?.trim() || judgeKey;
}

async function mayAsk(desk: Desk): Promise<boolean> {
  if (desk.isOff || desk.isAgreed) return !desk.isOff;
  desk.isAgreed = await askConsent(desk);
  desk.isOff = !desk.isAgreed;
  return desk.isAgreed;
}

async function askConsent(desk: Desk): Promise<boolean> {
  const { app, setting } = desk;
  const host = hostOf(setting.address);
  if (!app.canAsk()) {
    app.note(
      `coach: the judge at ${host} was not asked, because nobody has agreed to it; the offline mark stands. To agree: coach config set judge.consent ${setting.address}\n`,
    );
    return false;
  }
  const output = app.options.json ? app.world.stderr : app.world.stdout;
  const theme = await themeOf(desk);
  output.write(`\n${consentView(setting.address, theme)}\n`);
  const chosen = await chooseOne(
    `Send your written answers to ${host}?`,
    [
      { name: "No, not this time", value: "no" },
      { name: "Yes, and do not ask again for this address", value: "yes" },
      { name: "No, and take the judge out of my settings", value: "never" },
    ] as const,
    { input: app.world.stdin, output, theme },
  );
  if (chosen === "left") return false;
  if (chosen.value !== "no") await keepChoice(app, setting.address, chosen.value);
  return chosen.value === "yes";
}

/** What was chosen holds for this session even where it cannot be kept. */
async function keepChoice(app: App, address: string, choice: "yes" | "never"): Promise<void> {
  try {
    await (choice === "yes" ? app.store().set("judge.consent", address) : app.store().unset("judge.url"));
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    app.note(`coach: ${error.message} You will be asked again next time.\n`);
  }
}

async function read(desk: Desk, asked: Case, said: { readonly body: AnswerBody; readonly grade: Grade }): Promise<JudgeReading | undefined> {
  const material = { prompt: promptOf(asked), points: said.grade.marks.map(({ id, text }) => ({ id, text })), answer: said.body };
  const end = await whileWaiting(desk, (stop) => askJudge(desk.setting, material, stop));
  desk.missed = end.type === "read" ? 0 : desk.missed + 1;
  desk.isOff = desk.missed >= mostMissed;
  if (end.type === "read") return end.reading;
  const why = end.type === "failed" ? end.why : "was not waited for";
  const again = desk.isOff ? " It is not asked again in this session." : "";
  desk.app.note(`coach: the judge at ${hostOf(desk.setting.address)} ${why}; the offline mark stands.${again}\n`);
  return undefined;
}

function promptOf({ question, prompt }: Case): string {
  return question.kind === "rewrite" ? `${prompt}\n\nThe weak answer to say better: ${question.weak}` : prompt;
}

async function themeOf({ app, isPlain }: Desk): Promise<Theme> {
  const theme = await app.theme();
  return { ...theme, plain: theme.plain || isPlain };
}

/** Ctrl-C ends the waiting, not the session. */
async function whileWaiting(desk: Desk, work: (stop: AbortSignal) => Promise<JudgeEnd>): Promise<JudgeEnd> {
  const { app, setting } = desk;
  const { world, options } = app;
  const { plain: isPlain } = await themeOf(desk);
  const stopping = new AbortController();
  const unlisten = listenToInterrupt(() => stopping.abort());
  try {
    return await whileShowing(`Asking the judge at ${hostOf(setting.address)} (Ctrl-C skips it)`, () => work(stopping.signal), {
      stream: world.stderr,
      isShown: world.err.isTTY && !options.quiet,
      isPlain,
    });
  } finally {
    unlisten();
  }
}
