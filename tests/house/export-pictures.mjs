// Draws what was exported as other programs show it: pages in Chromium, a card with the style that Anki gives it, the calendar in khal.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { encodePng } from "./png.mjs";
import { runScript } from "./run.mjs";
import { play, toSvg } from "./terminal-picture.mjs";

const launcher = resolve(import.meta.dirname, "../../dist/coach.cjs");
const browserFile = process.env.CHROMIUM ?? "/usr/bin/chromium";
const page = { width: 760, height: 720 };
const card = "walmart/ai-pm/impact-drills/assistant-minutes";
/** As the note type "Basic" of Anki comes. */
const ankiStyle = ".card{font-family:arial;font-size:20px;line-height:1.5;text-align:center;color:black;background-color:white}";

/** Draws all for which there is a program here, into a folder; says what is left out. */
export async function drawExports(images) {
  const folder = mkdtempSync(join(tmpdir(), "coach-exports-"));
  try {
    const files = await exportAll(folder);
    if (existsSync(browserFile)) await drawPages(files, images);
    else process.stdout.write(`not drawn: pages and cards (there is no ${browserFile})\n`);
    if (hasKhal()) await drawCalendar(files, images);
    else process.stdout.write("not drawn: the calendar (there is no khal)\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function exportAll(folder) {
  const data = join(folder, "data");
  process.env.COACH_DATA_DIR = data;
  await runScript("tests/house/sample-person.ts");
  const env = { PATH: process.env.PATH, HOME: folder };
  const make = (...args) => execFileSync(process.execPath, [launcher, "--data-dir", data, ...args], { cwd: folder, env });
  const date = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const walmart = ["--company", "walmart", "--role", "ai-pm"];
  const of = (name) => join(folder, name);
  make("report", "-o", "report.html");
  make("export", "checklist", ...walmart, "--date", date, "-o", "checklist.html");
  make("export", "stories", "-o", "stories.html");
  make("export", "cards", card, "-o", "cards.txt");
  make("export", "calendar", ...walmart, "--date", date, "-o", "plan.ics");
  writeFileSync(of("card.html"), cardPage(readFileSync(of("cards.txt"), "utf8")));
  return { folder, pages: ["report", "checklist", "stories", "card"], calendar: of("plan.ics") };
}

/** A card with its answer, as Anki puts a note's fields into the back of its note type. */
function cardPage(text) {
  const [front = "", back = ""] = text.trimEnd().split("\n").at(-1).split("\t").slice(3);
  return `<!doctype html><meta charset="utf-8"><title>A card</title><style>${ankiStyle}</style><body class="card">${front}<hr id="answer">${back}`;
}

async function drawPages({ folder, pages }, images) {
  const browser = await chromium.launch({ executablePath: browserFile, args: ["--no-sandbox"] });
  for (const name of pages) {
    const tab = await browser.newPage({ viewport: page });
    await tab.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    const shot = await tab.screenshot();
    await tab.goto("about:blank");
    const pixels = await tab.evaluate(readPixels, `data:image/png;base64,${shot.toString("base64")}`);
    writeFileSync(join(images, `export-${name}.png`), encodePng(Buffer.from(pixels, "base64"), page));
    await tab.close();
  }
  await browser.close();
}

/** Runs in the page: the red, green, blue and opacity of each pixel, in base64. */
async function readPixels(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let text = "";
  for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
  return btoa(text);
}

function hasKhal() {
  try {
    execFileSync("khal", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const khalConfig = (folder) => `[calendars]
[[coach]]
path = ${folder}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %d %b
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`;

async function drawCalendar({ calendar }, images) {
  const home = mkdtempSync(join(tmpdir(), "coach-khal-"));
  mkdirSync(join(home, ".config/khal"), { recursive: true });
  mkdirSync(join(home, "calendar"));
  writeFileSync(join(home, ".config/khal/config"), khalConfig(join(home, "calendar")));
  execFileSync("khal", ["import", "--batch", "-a", "coach", calendar], { env: { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" } });
  const terminal = await play({ file: "khal", args: ["list", "today", "15d", "--format", "{start-end-time-style}  {title}"], home });
  writeFileSync(join(images, "export-calendar.svg"), toSvg(terminal, "A terminal: the plan in the calendar program khal"));
}
