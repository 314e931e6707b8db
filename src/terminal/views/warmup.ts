// Room: terminal. The ten minutes before an interview, on a screen. Texts come in cleaned. Pure.
import type { Loop } from "../../domain/loop.ts";
import type { Warmup } from "../../domain/warmup.ts";
import type { Theme } from "../theme.ts";
import { cutTo, hangText, spaced, viewOf, wrap } from "./wrap.ts";

export function warmupView(warmup: Warmup, loop: Pick<Loop, "company" | "role"> | undefined, theme: Theme): string {
  const { stories, signals, figures, wins } = warmup;
  const width = theme.columns();
  const bullet = `${theme.glyphs.bullet} `;
  const title = loop === undefined ? "Ten minutes before the interview" : `Ten minutes before ${loop.company}: ${loop.role}`;
  const told = stories.map(({ number, title: story, result }) =>
    hangText(`${number}. `, `${story}${result === "" ? "" : ` ${theme.glyphs.arrow} ${cutTo(firstSentence(result), 90, theme.glyphs.ellipsis)}`}`, width),
  );
  return viewOf(
    spaced(
      wrap(title, width, theme.bold),
      ["Breathe in for four, out for six, five times. You have done this before."].flatMap((line) => wrap(line, width, theme.dim)),
      part("Your stories", told.flat(), theme),
      part(
        "What they look for",
        signals.flatMap(({ name, about }) => hangText(bullet, `${name}: ${cutTo(about, 70, theme.glyphs.ellipsis)}`, width)),
        theme,
      ),
      part(
        "At hand",
        figures.flatMap(({ about, figure }) => hangText(bullet, `${about}: ${figure}`, width)),
        theme,
      ),
      part(
        "You know these",
        wins.flatMap(({ title: question, answer }) => hangText(bullet, `${question} ${theme.glyphs.arrow} ${answer}`, width)),
        theme,
      ),
      stories.length + wins.length === 0
        ? wrap("Nothing of your own yet: a story (coach star) and ten quick questions (coach quiz) would stand here.", width)
        : [],
    ),
  );
}

function part(title: string, rows: readonly string[], theme: Theme): readonly string[] {
  return rows.length === 0 ? [] : [theme.accent(title), ...rows];
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text.trim())?.[0] ?? text.trim();
}
