// Tells from vitest's JSON report which tests failed and why; the last line counts the tests. `node tell-tests.mjs REPORT [FAILED CHECK...]`.
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
/** Enough for what was wanted, what came, and where; a screen of a terminal is told whole in the run above. */
const mostLines = 12;

/** What the report says of a test that was not done in its time, and what it means. */
const [noMessage, tooLong] = ["STACK_TRACE_ERROR", "the test took longer than a test may (testTimeout)"];

/** Each failure of a file: its tests, or the file itself where it could not be read or a hook of it failed. */
function failuresOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length > 0)
    return failed.map(({ fullName, failureMessages }) => ({ file: name, title: fullName, message: failureMessages.join("\n").replace(noMessage, tooLong) }));
  return status === "failed" ? [{ file: name, title: "(the file)", message }] : [];
}

function tell({ file, title, message = "" }) {
  const lines = message.split("\n").filter((line) => line.trim() !== "" && !/^ +at .*(?:node_modules|\(<anonymous>\)|new Promise)/.test(line));
  const cut = lines.length > mostLines ? ["..."] : [];
  return [`FAILED TEST: ${relative(root, file) || "."} > ${title}`, ...[...lines.slice(0, mostLines), ...cut].map((line) => `  ${line}`)].join("\n");
}

const [file = "", ...failedChecks] = process.argv.slice(2);
const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
const failures = report?.testResults.flatMap(failuresOf) ?? [];
if (failures.length === 0 && failedChecks.includes("tests")) failures.push({ file: root, title: "an error outside of every test; it is told above" });
for (const failure of failures) process.stdout.write(`${tell(failure)}\n`);
process.stdout.write(`${report?.numPassedTests ?? 0} passed, ${failures.length} failed\n`);
