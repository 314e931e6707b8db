// Room: terminal. How a person names a rating: by its word, or by its first letter. Pure.
import { type Rating, ratings } from "../../domain/memory.ts";

/** The rating of a word or a letter; undefined where it is none. */
export function ratingNamed(written: string): Rating | undefined {
  const name = written.toLowerCase();
  return ratings.find((one) => one === name || one.charAt(0) === name);
}
