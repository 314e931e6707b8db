// Room: grading. Order questions: how far from the right order. Pure.
import type { Mark, Status } from "../../domain/grade.ts";
import { type Asked, exactMarking, type Marking } from "../marking.ts";

/** The place of an item that was left out: before nothing, after nothing, beside nothing. */
const nowhere = Number.NaN;

/**
 * 1 less Kendall's tau distance, as a share of all pairs: the right order gives 1, the reverse 0, a neighbouring swap costs one pair.
 * Items that were left out count as wrong against every other.
 */
export function markOrder({ question, body }: Asked<"order">): Marking {
  const places = placesOf(body.order, question.items.length);
  const marks = question.items.map((text, index) => markItem(text, index, places));
  const first = marks.find((mark) => mark.status !== "found");
  const right = question.items.map((text, index) => `${index + 1}. ${text}`);
  return exactMarking({ share: shareInOrder(places), marks, workings: right, next: first && `Place ${Number(first.id.slice(5))} is for: ${first.text}` });
}

/** For each item the place it was put at. */
function placesOf(order: readonly number[], count: number): readonly number[] {
  const given = [...new Set(order)].filter((item) => Number.isInteger(item) && item >= 0 && item < count);
  return Array.from({ length: count }, (_, item) => (given.includes(item) ? given.indexOf(item) : nowhere));
}

function shareInOrder(places: readonly number[]): number {
  const pairs = (places.length * (places.length - 1)) / 2;
  const right = places.reduce((sum, place, index) => sum + places.slice(index + 1).filter((other) => place < other).length, 0);
  return pairs === 0 ? Number(places[0] === 0) : right / pairs;
}

function markItem(text: string, index: number, places: readonly number[]): Mark {
  const place = places[index] ?? nowhere;
  const others = places.length - 1;
  const right = places.filter((other, at) => (at < index ? other < place : place < other)).length;
  const strength = others === 0 ? Number(place === 0) : right / others;
  return { id: `item-${index + 1}`, text, weight: 1, status: statusAt(place, index), strength, evidence: [], reason: reasonAt(place, index) };
}

/** One place off is partly right. */
function statusAt(place: number, index: number): Status {
  if (place === index) return "found";
  return Math.abs(place - index) === 1 ? "partly" : "not-found";
}

function reasonAt(place: number, index: number): string | undefined {
  if (place === index) return undefined;
  return Number.isNaN(place) ? `Left out; it comes at place ${index + 1}.` : `Put at place ${place + 1}; it comes at place ${index + 1}.`;
}
