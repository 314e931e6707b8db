// A terminal's screen as a picture: a command is run on a real terminal, keys are pressed, and what stands there in the end is drawn as SVG.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pty from "@lydell/node-pty";
import headless from "@xterm/headless";

/** More rows would make the picture smaller than it can be read. */
const mostRows = 34;
const size = { cols: 92, rows: 34 };
const cell = { width: 8.4, height: 18 };

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

/** Plays one run in an empty home, or in one with files, and gives the terminal as it stands at the end. Keys: what must be on the screen before they are pressed. */
export function play({ file, args, keys = [], until = "", home = mkdtempSync(join(tmpdir(), "coach-picture-")) }) {
  const terminal = new headless.Terminal({ ...size, allowProposedApi: true });
  const child = pty.spawn(file, args, {
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

/** The screen as SVG, with a label for who cannot see it. */
export function toSvg(terminal, label) {
  const lines = linesOf(terminal);
  while (lines.length > 0 && lines.at(-1).translateToString(true) === "") lines.pop();
  const shown = lines.slice(0, mostRows);
  const width = Math.round(size.cols * cell.width + 32);
  const height = Math.round(shown.length * cell.height + 56);
  const rows = shown.map((line, index) => rowSvg(line, 46 + index * cell.height)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">
<rect width="${width}" height="${height}" rx="8" fill="#1c1f26"/>
<g fill="#5c6370"><circle cx="18" cy="16" r="5"/><circle cx="36" cy="16" r="5"/><circle cx="54" cy="16" r="5"/></g>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" style="white-space:pre" fill="#c8ccd4">
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
    .map(runSvg(y))
    .join("");
}

/** Without the blanks at its ends: not every program that shows SVG keeps them. */
function runSvg(y) {
  return ({ column, style, text }) => {
    const [start, words] = [column + text.length - text.trimStart().length, text.trim()];
    const [x, width] = [16 + start * cell.width, words.length * cell.width].map((length) => length.toFixed(1));
    return `<text x="${x}" y="${y}"${style} textLength="${width}">${escaped(words)}</text>`;
  };
}

function styleOf(at) {
  const fill = at.isFgPalette() ? ` fill="${colours[at.getFgColor()] ?? "#c8ccd4"}"` : "";
  return `${fill}${at.isBold() ? ' font-weight="bold"' : ""}${at.isDim() ? ' opacity="0.65"' : ""}${at.isUnderline() ? ' text-decoration="underline"' : ""}`;
}
