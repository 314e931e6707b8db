// Room: content. Key points with their phrasings: what an answer is marked by. Pure.
import type { KeyPoint } from "../../domain/question.ts";
import { blockOf, type Draft } from "../draft.ts";
import { readId, type SeenIds } from "../ids.ts";
import { type Item, readItems, readLabelled, repeatsIn } from "../items.ts";
import { complain } from "../page.ts";
import { type Setting, settingNamed } from "../settings-line.ts";

const keyPointKeys = new Set(["id", "weight", "part"]);

/** Phrasings that a key point needs: one to three more a question lifted agreement with human marks by .05 to .10 on public answer sets. */
const fewestPhrasings = 3;
const heaviest = 10;
const plainNumber = /^\d+(?:\.\d+)?$/;

/** Reads the section `Key points`; complains when it has fewer than `fewest`. */
export function readKeyPoints(draft: Draft, ids: SeenIds, fewest: number): readonly KeyPoint[] {
  const block = blockOf(draft, "key points");
  if (!block) {
    complain(draft.page, { rule: "section-missing", line: draft.line, message: 'the section "Key points" is missing' });
    return [];
  }
  const keyPoints = readItems(draft.page, block.lines).map((item) => readKeyPoint(draft, ids, item));
  if (keyPoints.length < fewest)
    complain(draft.page, { rule: "key-points-few", line: block.line, message: keyPoints.length === 1 ? "there is one key point" : "there are no key points" });
  return keyPoints;
}

/** Reads one key point with the phrasings beneath it. */
export function readKeyPoint(draft: Draft, ids: SeenIds, item: Item): KeyPoint {
  const { page } = draft;
  const { label, text, settings } = readLabelled(page, item, keyPointKeys);
  const name = label ?? text;
  const weight = readWeight(draft, settingNamed(settings, "weight"));
  const phrasings = item.children.map((child) => child.text).filter((phrasing) => phrasing !== "");
  if (phrasings.length < fewestPhrasings)
    complain(page, {
      rule: "phrasings-few",
      line: item.line,
      column: item.column,
      message: `"${name}" has ${phrasings.length} phrasing${phrasings.length === 1 ? "" : "s"}`,
    });
  checkPhrasings(draft, item);
  const id = readId(page, ids, { settings, name, line: item.line, column: item.column });
  return { id, text: name, weight, part: settingNamed(settings, "part")?.value, phrasings };
}

function readWeight(draft: Draft, setting: Setting | undefined): number {
  if (!setting) return 1;
  const weight = plainNumber.test(setting.value) ? Number(setting.value) : Number.NaN;
  if (weight > 0 && weight <= heaviest) return weight;
  complain(draft.page, { rule: "key-point-weight", line: setting.line, column: setting.column, message: `"${setting.value}" is no weight` });
  return 1;
}

function checkPhrasings(draft: Draft, { children }: Item): void {
  for (const index of repeatsIn(children.map((child) => child.text))) {
    const { text = "", line = 1, column = 1 } = children[index] ?? {};
    complain(draft.page, { rule: "phrasing-repeated", line, column, message: `"${text}" stands here twice` });
  }
}
