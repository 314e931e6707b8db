// Room: export. A document as JSON. Pure.
import { type Block, type Document, plainText, type Point, type Task, tidy } from "../document.ts";

/** Sections by heading; tasks with `done`, everything else as plain text. */
export function toJson(document: Document): string {
  return `${JSON.stringify({ title: tidy(document.title), blocks: document.blocks.map(blockJson) }, null, 2)}\n`;
}

function blockJson(block: Block): unknown {
  switch (block.type) {
    case "heading":
      return { type: block.type, level: block.level, text: tidy(block.text) };
    case "paragraph":
      return { type: block.type, text: plainText(block.line) };
    case "tasks":
      return { type: block.type, tasks: block.tasks.map(taskJson) };
    case "points":
      return { type: block.type, points: block.points.map(pointJson) };
    case "table":
      return { type: block.type, head: block.head.map(tidy), rows: block.rows.map((row) => row.map(plainText)) };
  }
}

function taskJson(task: Task): unknown {
  return { done: task.isDone, text: plainText(task.line), points: (task.points ?? []).map(pointJson) };
}

function pointJson(point: Point): unknown {
  return point.points === undefined ? { text: plainText(point.line) } : { text: plainText(point.line), points: point.points.map(pointJson) };
}
