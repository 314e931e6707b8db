import { expect, test } from "vitest";
import { tellMinutes } from "../../../../src/terminal/views/words.ts";

test.each([
  [0, "0 seconds"],
  [0.33, "20 seconds"],
  [0.999, "1 minute"],
  [1, "1 minute"],
  [1.29, "1:17 minutes"],
  [2.5, "2.5 minutes"],
  [8, "8 minutes"],
  [9.9, "9:54 minutes"],
  [9.999, "10 minutes"],
  [67.5, "68 minutes"],
] as const)("%s minutes are told as people say them, or as the clock shows them: %s", (minutes, told) => {
  expect(tellMinutes(minutes)).toBe(told);
});
