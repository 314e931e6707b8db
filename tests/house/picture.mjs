// Draws docs/images/*.svg from real runs of the built program on a real terminal: `npm run pictures`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pty from "@lydell/node-pty";
import headless from "@xterm/headless";

const root = resolve(import.meta.dirname, "../..");
/** More rows would make the picture smaller than it can be read. */
const mostRows = 34;
const size = { cols: 92, rows: 34 };
const cell = { width: 8.4, height: 18 };

/** Each picture: the command, and keys with what must be on the screen before they are pressed. */
const pictures = [
  {
    name: "drill",
    args: ["drill", "walmart/ai-pm/say-it-better/accuracy-to-dollars", "--seed", "7"],
    keys: [
      { after: "left", type: "Better forecasts cut empty shelves: I would expect about $1,200 saved per store each week." },
      { after: "per store each week", type: "\u0004" },
      { after: "How did it go", type: "3" },
      { after: "agree", type: "\r" },
    ],
    until: "coach history",
  },
  { name: "triangle", args: ["frameworks", "show", "retail-impact-triangle"], keys: [], until: "" },
];

const colours = [
  "#1c1f26",
  "#e06c75",
  "#98c379",
  "#e5c07b",
  "#61afef",
  "#c678dd",
  "#56b6c2",
  "#c8ccd4",
  "#5c6370",
  "#e06c75",
  "#98c379",
  "#e5c07b",
  "#61afef",
  "#c678dd",
  "#56b6c2",
  "#ffffff",
];

/** Plays one run and gives the terminal as it stands at the end. */
function play({ args, keys, until }) {
  const home = mkdtempSync(join(tmpdir(), "coach-picture-"));
  const terminal = new headless.Terminal({ ...size, allowProposedApi: true });
  const child = pty.spawn(process.execPath, [join(root, "dist/coach.cjs"), ...args], {
    ...size,
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, TERM: "xterm-256color", LANG: "C.UTF-8" },
  });
  const left = [...keys];
  return new Promise((done) => {
    child.onData((data) =>
      terminal.write(data, () => {
        if (left.length > 0 && textOf(terminal).includes(left[0].after)) child.write(left.shift().type);
      }),
    );
    child.onExit(() => setTimeout(() => finish(), 200));
    const finish = () => {
      rmSync(home, { recursive: true, force: true });
      if (!textOf(terminal).includes(until)) throw new Error(`"${until}" never came:\n${textOf(terminal)}`);
      done(terminal);
    };
  });
}

function linesOf(terminal) {
  const { active } = terminal.buffer;
  return Array.from({ length: active.length }, (_, index) => active.getLine(index));
}

function textOf(terminal) {
  return linesOf(terminal)
    .map((line) => line.translateToString(true))
    .join("\n");
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

function toSvg(terminal, name) {
  const lines = linesOf(terminal);
  while (lines.length > 0 && lines.at(-1).translateToString(true) === "") lines.pop();
  const shown = lines.slice(0, mostRows);
  const width = Math.round(size.cols * cell.width + 32);
  const height = Math.round(shown.length * cell.height + 56);
  const rows = shown.map((line, index) => rowSvg(line, 46 + index * cell.height)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A terminal: coach ${name}">
<rect width="${width}" height="${height}" rx="8" fill="#1c1f26"/>
<g fill="#5c6370"><circle cx="18" cy="16" r="5"/><circle cx="36" cy="16" r="5"/><circle cx="54" cy="16" r="5"/></g>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve" fill="#c8ccd4">
${rows}
</g>
</svg>
`;
}

/** One row as runs of equal style, each at its own column so that no font can shift it. */
function rowSvg(line, y) {
  const runs = [];
  for (let column = 0; column < size.cols; column += 1) {
    const at = line.getCell(column);
    if (!at || at.getWidth() === 0) continue;
    const style = styleOf(at);
    const last = runs.at(-1);
    if (last && last.style === style) last.text += at.getChars() || " ";
    else runs.push({ column, style, text: at.getChars() || " " });
  }
  return runs
    .filter(({ text }) => text.trim() !== "")
    .map(
      ({ column, style, text }) =>
        `<text x="${(16 + column * cell.width).toFixed(1)}" y="${y}"${style} textLength="${(text.trimEnd().length * cell.width).toFixed(1)}">${escaped(text.trimEnd())}</text>`,
    )
    .join("");
}

function styleOf(at) {
  const fill = at.isFgPalette() ? ` fill="${colours[at.getFgColor()] ?? "#c8ccd4"}"` : "";
  return `${fill}${at.isBold() ? ' font-weight="bold"' : ""}${at.isDim() ? ' opacity="0.65"' : ""}${at.isUnderline() ? ' text-decoration="underline"' : ""}`;
}

mkdirSync(join(root, "docs/images"), { recursive: true });
for (const picture of pictures) writeFileSync(join(root, `docs/images/${picture.name}.svg`), toSvg(await play(picture), picture.name));
