// Writes pixels as a small PNG: 64 levels of each colour at most, and no more than 256 colours, which is enough for a page.
import { crc32, deflateSync } from "node:zlib";

/** Pixels of four bytes each, as a PNG with a palette. */
export function encodePng(pixels, { width, height }) {
  const colours = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf(colours, pixels.readUInt32BE((y * width + x) * 4) >>> 8);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from([...colours.keys()].flatMap((colour) => [colour >>> 16, (colour >>> 8) & 255, colour & 255]));
  const parts = [chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

/** Coarser and coarser until there is room: text at its edges has many shades. */
function indexOf(colours, colour) {
  for (const mask of [0xfcfcfc, 0xf0f0f0, 0xe0e0e0, 0xc0c0c0]) {
    const rough = colour === 0xffffff ? colour : colour & mask;
    const known = colours.get(rough);
    if (known !== undefined) return known;
    if (colours.size < 256 && (colours.size < 224 || mask === 0xc0c0c0)) {
      colours.set(rough, colours.size);
      return colours.size - 1;
    }
  }
  return 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
