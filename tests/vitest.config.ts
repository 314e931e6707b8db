// Tests run over source; those in tests/e2e and tests/prompts start real programs on a real terminal.
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  test: {
    include: ["tests/**/*.test.ts"],
    // Only what will never end may run into these: on a busy machine a test takes ten times as long as on a quiet one.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Two workers: tests on a terminal wait for screens, and starve when more programs run than there are cores.
    maxWorkers: 2,
  },
});
