// Tests run over source; those in tests/e2e and tests/prompts start real programs on a real terminal, so they get more time.
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two workers: tests on a terminal wait for screens, and starve when more programs run than there are cores.
    maxWorkers: 2,
  },
});
