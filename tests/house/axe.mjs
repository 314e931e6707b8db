// Checks pages with axe in a real browser, light and dark, and on paper: node tests/house/axe.mjs page.html ... (CHROMIUM names the browser). Exits with 1 on a violation.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

const looks = [
  { name: "light", media: { colorScheme: "light" } },
  { name: "dark", media: { colorScheme: "dark" } },
  { name: "paper", media: { colorScheme: "light", media: "print" } },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"], timeout: 120_000 });
let violations = 0;
for (const file of process.argv.slice(2)) {
  for (const { name, media } of looks) {
    const page = await browser.newPage();
    await page.emulateMedia(media);
    await page.goto(pathToFileURL(resolve(file)).href);
    // The page forbids scripts; what is evaluated by the browser's own tools is not the page's.
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => globalThis.axe.run());
    for (const { id, help, nodes } of found.violations) process.stdout.write(`${file}, ${name}: ${id}: ${help}: ${nodes.map(({ html }) => html).join(" ")}\n`);
    process.stdout.write(`${file}, ${name}: ${found.violations.length} violations, ${found.passes.length} rules passed\n`);
    violations += found.violations.length;
    if (process.env.PICTURE) await page.screenshot({ path: `${process.env.PICTURE}-${name}.png`, fullPage: true });
    await page.close();
  }
}
await browser.close();
process.exitCode = violations === 0 ? 0 : 1;
