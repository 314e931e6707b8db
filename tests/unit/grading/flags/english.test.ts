// Room: tests. How many foreign words, or other letters, make another language.
import { describe, expect, test } from "vitest";
import { notEnglish } from "../../../../src/grading/flags/english.ts";
import { readAnswer } from "../../../../src/grading/flags/read.ts";

const isFlagged = (text: string) => notEnglish(readAnswer(text, {})) !== undefined;
const names = (count: number) => Array.from({ length: count }, (_, at) => `Firma${at}`).join(" ");

describe("another language", () => {
  test.each([
    "Nos medimos a taxa e os gerentes com uma meta foi mais do que todos.",
    "Abbiamo scelto una meta con i gestori della catena e gli scaffali sono pieni.",
    "Oraz jest nowy plan, ale nie ma go w sklepie, bo sie spoznia.",
    "Det var som att vi inte mätte hyllan och planen.",
    "Bu raf için bir hedef ve plan ile.",
    "Kami ukur rak yang kosong dengan tim dan rencana untuk toko ini.",
  ])("is known by its small words: %s", (text) => {
    expect(isFlagged(text)).toBe(true);
  });

  test("is told that only English can be marked", () => {
    expect(notEnglish(readAnswer("Ich habe das und das.", {}))?.reason).toBe("This does not read as English, and English is all that can be marked here.");
  });

  test("has three of them at least, and twelve in a hundred", () => {
    expect([isFlagged("Opened Los Angeles, La Jolla."), isFlagged("Opened Los Angeles, La Jolla, Las Vegas.")]).toEqual([false, true]);
    expect([isFlagged(`der die das ${names(0)}`), isFlagged(`der das und ${names(22)}`), isFlagged(`der das und ${names(23)}`)]).toEqual([false, true, false]);
  });

  test("stands for the most part in other letters", () => {
    expect([isFlagged("abcde 一二三四五"), isFlagged("abcd 一二三四五")]).toEqual([false, true]);
    expect(isFlagged("店铺A 店铺B 店铺C")).toBe(true);
    expect(isFlagged(`${"merchandising ".repeat(20)}${"一 ".repeat(15)}`)).toBe(false);
  });
});
