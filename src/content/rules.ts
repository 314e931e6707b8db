// Room: content. The rules that decks, loops and frameworks keep, as one table: severity and what to do about a breach.
import type { Severity } from "../domain/problem.ts";

interface Rule {
  readonly severity: Severity;
  readonly advice: string;
}

const error = (advice: string): Rule => ({ severity: "error", advice });
const warning = (advice: string): Rule => ({ severity: "warning", advice });

const rules = {
  "file-kind": error("Put a regular file here; folders, links to elsewhere, pipes and devices are not read."),
  "folder-closed": error("Make the folder readable, or move it out of the library."),
  "file-size": error("Split the file: one is at most 2 MB."),
  "file-encoding": error("Save the file as UTF-8."),
  "line-length": error("Break the line: one is at most 20,000 characters."),
  "control-characters": warning("Remove the escape codes or direction marks; they were left out when the file was read."),
  "front-matter-missing": error("Begin the file with a line that is exactly `---`, then `title: …`, then `---`."),
  "front-matter-open": error("Close the front matter with a line that is exactly `---`."),
  "front-matter-language": error("Write exactly `---`: front matter is YAML, and nothing in it is run."),
  "front-matter-size": error("Keep the front matter under 64 KB."),
  "front-matter-yaml": error("Mend the YAML; quote a value that holds a colon followed by a space."),
  "front-matter-alias": error("Write the value out: anchors, aliases and tags are not read."),
  "front-matter-shape": error("Write `key: value` lines."),
  "key-unknown": error("See docs/deck-format.md for the keys of this kind of file."),
  "value-form": error("See docs/deck-format.md for what this key takes."),
  "title-missing": error("Add `title: …` to the front matter."),
  "block-open": error("Close the fenced block or the comment on a line of its own."),
  "heading-empty": error("Write a few words after `##`."),
  "questions-missing": warning("Add a question: a `##` heading with one of the kinds of docs/deck-format.md beneath it."),
  "id-form": error("Use lower-case words joined by hyphens, such as `panel-minutes`."),
  "id-duplicate": error("Give one of the two another id."),
  "id-missing": warning("Add an `id: …` setting: without one the id changes with the heading, and history is kept by id."),
  "id-changed": error("Put the old id back, or take it out of ids.lock if the question is gone for good (history under it stays in the journal)."),
  "id-unlocked": warning("Run `coach decks lint --lock` to note the new id in ids.lock."),
  "setting-unknown": error("See docs/deck-format.md for the settings of this kind."),
  "setting-form": error("Write a setting as a code span with a key and a value: `minutes: 5`."),
  "setting-value": error("See docs/deck-format.md for what this setting takes."),
  "setting-repeated": error("Keep one of the two."),
  "kind-missing": error("Add what shows the kind: a task list, `Answer:`, `Formula:`, a numbered list, buckets, or key points."),
  "kind-unclear": error("Keep the sections of one kind, and make a second question of the rest."),
  "section-unknown": error("Rename the section to one of docs/deck-format.md, or use bold text instead of a heading."),
  "section-repeated": error("Merge the two sections."),
  "section-empty": error("Write the section, or remove its heading."),
  "section-missing": error("Add the section."),
  "option-right": error("Tick at least one option: `- [x] …`."),
  "option-wrong": error("Add at least one wrong option: `- [ ] …`."),
  "option-repeated": error("Word one of the two differently."),
  "option-box": error("Begin every option with `[x]` or `[ ]`."),
  "option-empty": error("Write the option after the box."),
  "list-form": error("Put what follows into bullets on the next lines, or begin the sentence with another word."),
  "form-empty": error("Write an accepted form; split several with ` | `."),
  "blank-empty": error("Write what belongs into the blank: `{{90 minutes | 1.5 hours}}`."),
  "parameter-form": error("Write `name = low to high step size`, or `name = one of 1, 2, 3`."),
  "parameter-unused": warning("Use the parameter in the prompt or the formula, or remove it."),
  "parameter-repeated": error("Give each parameter a name of its own."),
  "formula-form": error("Mend the formula; docs/deck-format.md lists what it may hold."),
  "formula-name": error("Add the name to `Given:`, or correct it."),
  "formula-value": error("Narrow the parameters so that every draw has a finite answer."),
  "text-stray": error("Indent the text beneath its item, or put it before the list."),
  "order-size": error("Use 3 to 9 items."),
  "item-repeated": error("Word one of the two differently: equal items cannot be told apart."),
  "bucket-count": error("Use two buckets or more: `### Bucket: Signal`, `### Bucket: Noise`."),
  "table-missing": error("Add `Table: Metric | Last week | This week`: the names of the columns, in which the rows have their cells."),
  "row-cells": error("Give every row as many cells, split by ` | `, as the table has columns."),
  "key-points-few": error("Add key points: an answer is marked by at least two."),
  "key-point-weight": error("Use a weight above 0 and at most 10."),
  "phrasings-few": error("Add phrasings beneath it, in words that people say: at least three for a key point, four for a part of a framework."),
  "phrasing-repeated": error("Word one of the two differently: a phrasing only helps if its words are new."),
  "model-missing": error("Add the model answer."),
  "model-long": warning("Shorten it, or give the question more minutes: people speak about 140 words a minute."),
  "phases-sum": error("Make the phases add up to the question's minutes."),
  "label-unknown": error("Begin the bullet with one of the labels."),
  "source-id": error("Give the source an id: `id: W-PM`. References use it."),
  "link-key-point": error("Name the id of a key point of this question."),
  "link-signal": error("Name the id of a key point that some question has."),
  "link-framework": error("Name a framework by the name of its file in frameworks/."),
  "link-part": error("Name the id of a part of the question's framework."),
  "link-competency": error("Name a competency of competencies.md, or add it there."),
  "link-round": error("Name the id of a round in the loop.md of the deck's folder."),
  "link-source": error("Name a source of sources.md, or add it there."),
  "link-practice": error("Name a deck id, or the full id of a question."),
  "source-missing": error("Say where the fact comes from with `source: …`, in the question or the front matter."),
  "shape-parts": error("A triangle has three parts, a matrix four; the other shapes two or more."),
  "prompts-few": error("Add a `## Prompts` section with a `###` heading for each problem to apply the framework to: at least three."),
  "rounds-missing": error("Add a `## Rounds` section with a `###` heading for each round."),
  "pair-form": error("Write a bullet `BAD: …` and a bullet `GOOD: …` beneath the title."),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

export const ruleNames = Object.keys(rules) as readonly RuleName[];

export function severityOf(rule: RuleName): Severity {
  return rules[rule].severity;
}

export function advice(rule: RuleName): string {
  return rules[rule].advice;
}
