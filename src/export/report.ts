// Room: export. How practice went, as one page: scores over time, by competency, confidence beside marks, readiness by round; answers only when asked for. Pure.
import { type Day, dayOf } from "../domain/calendar.ts";
import { tellConfidence } from "../domain/confidence.ts";
import { tellShare } from "../domain/evidence.ts";
import type { Estimate } from "../domain/readiness.ts";
import type { Stats } from "../domain/stats.ts";
import type { Block } from "./document.ts";
import { blocksHtml, htmlPage } from "./formats/html.ts";
import { type Bar, barsSvg, columnsSvg } from "./formats/svg.ts";

/** An answer as it is read again. */
export interface ToldAnswer {
  readonly at: string;
  readonly title: string;
  readonly text: string;
  /** 0 to 1, the one that stands. */
  readonly score: number;
}

export interface ReportInput {
  readonly today: Day;
  readonly stats: Stats;
  /** Of the loop, in its order; none where no loop is known. */
  readonly rounds: readonly Estimate[];
  /** Empty unless the person asked for them. */
  readonly answers: readonly ToldAnswer[];
}

const mostColumns = 60;
const mostCompetencies = 12;

/** The page: it needs no script, no network, and no eyes for its charts. */
export function reportHtml(input: ReportInput): string {
  const sections = input.stats.answers === 0 ? [paragraph("No answer counts yet: coach drill begins.")] : chartSections(input);
  return htmlPage(
    "How your practice went",
    [blocksHtml([{ type: "paragraph", line: [`Made on ${input.today}.`] }]), ...sections, ...answerSections(input.answers)].join("\n"),
  );
}

function chartSections(input: ReportInput): readonly string[] {
  return [
    shortSection(input.stats),
    timeSection(input.stats),
    competencySection(input.stats),
    calibrationSection(input.stats),
    roundSection(input.rounds),
  ].filter((section) => section !== "");
}

function section(title: string, ...parts: readonly string[]): string {
  return [blocksHtml([{ type: "heading", level: 2, text: title }]), ...parts].join("\n");
}

function paragraph(text: string): string {
  return blocksHtml([{ type: "paragraph", line: [text] }]);
}

function shortSection({ answers, questions, days, seconds, uncounted }: Stats): string {
  const lines = [
    `Answers: ${answers}, to ${questions === 1 ? "1 question" : `${questions} questions`}`,
    `Days of practice: ${days}`,
    `Minutes of answering: ${Math.round(seconds / 60)}`,
    ...(uncounted === 0 ? [] : [`Kept and not counted: ${uncounted}`]),
  ];
  return section("In short", blocksHtml([{ type: "points", points: lines.map((line) => ({ line: [line] })) }]));
}

function timeSection({ periods }: Stats): string {
  const unit = periods[0]?.isWeek === true ? "week" : "day";
  const bars = periods.slice(-mostColumns).map(({ from, isWeek, mean, answers }) => barOf(isWeek ? `Week of ${from}` : from, mean, answers));
  return section("Scores over time", paragraph(`The mean score of each ${unit}.`), columnsSvg({ title: "Scores over time", bars }));
}

function barOf(label: string, mean: number, answers: number): Bar {
  return { label, from: 0, to: mean, told: `${tellShare(mean)}, ${answers === 1 ? "1 answer" : `${answers} answers`}` };
}

function competencySection({ competencies }: Stats): string {
  if (competencies.length === 0) return "";
  const bars = competencies.slice(0, mostCompetencies).map(({ name, mean, answers }) => barOf(name.replaceAll("-", " "), mean, answers));
  return section("By competency, weakest first", paragraph("The latest score of each question."), barsSvg({ title: "Scores by competency", bars }));
}

function calibrationSection({ calibration }: Stats): string {
  const levels = calibration.levels.filter(({ mean }) => mean !== undefined);
  if (levels.length === 0) return "";
  const bars = levels.map(({ confidence, mean, answers, claims: [from, to] }) => ({
    label: `You said: ${tellConfidence(confidence)}`,
    from,
    to,
    mark: mean,
    told: `marked ${tellShare(mean ?? 0)}, ${answers === 1 ? "1 answer" : `${answers} answers`}`,
  }));
  const how = "The bar is what the word claims of a score; the line across is the mean of the marks.";
  return section("What you thought, and the marks", paragraph(how), barsSvg({ title: "Confidence beside marks", bars }));
}

function roundSection(rounds: readonly Estimate[]): string {
  if (rounds.length === 0) return "";
  const bars = rounds.map(({ name, low, high, value, state }) => ({
    label: name,
    from: low,
    to: high,
    mark: value,
    told: `${state}, ${tellShare(low)} to ${tellShare(high)}`,
  }));
  const why: Block = { type: "points", points: rounds.map((round) => ({ line: [{ strong: round.name }, `: ${round.why}`] })) };
  return section(
    "Readiness by round",
    paragraph("What an answer may be worth on the day, as a range."),
    barsSvg({ title: "Readiness by round", bars }),
    blocksHtml([why]),
  );
}

function answerSections(answers: readonly ToldAnswer[]): readonly string[] {
  if (answers.length === 0) return [];
  const blocks = answers.flatMap(({ at, title, text, score }): readonly Block[] => [
    { type: "heading", level: 3, text: title },
    { type: "paragraph", line: [`${dayOf(at)}, ${tellShare(score)}`] },
    ...text.split(/\n{2,}/).map((part) => ({ type: "paragraph" as const, line: [part] })),
  ]);
  return [section("Your answers, newest first", blocksHtml(blocks))];
}
