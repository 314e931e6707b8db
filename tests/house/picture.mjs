// Draws docs/images/* from real runs of the built program: `npm run pictures`. Those of exports need Chromium (CHROMIUM names it) and khal; what is missing is said.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { drawExports } from "./export-pictures.mjs";
import { play, toSvg } from "./terminal-picture.mjs";

const root = resolve(import.meta.dirname, "../..");
const images = join(root, "docs/images");

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

mkdirSync(images, { recursive: true });
for (const { name, args, keys, until } of pictures) {
  const terminal = await play({ file: process.execPath, args: [join(root, "dist/coach.cjs"), ...args], keys, until });
  writeFileSync(join(images, `${name}.svg`), toSvg(terminal, `A terminal: coach ${name}`));
}
await drawExports(images);
