import { closeSync, openSync, readSync } from 'node:fs';

/** Whether a font, or one of several, has a glyph for a character. */
export type Coverage = (codePoint: number) => boolean;

/** What these TrueType fonts can show together. Of each file only its character map is read. */
export function coverageOf(files: readonly string[]): Coverage {
  const ranges = files.flatMap((file) => rangesOf(readTable(file, 'cmap'))).toSorted(([one], [other]) => one - other);
  const merged: [number, number][] = [];
  for (const [first, last] of ranges) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return (codePoint) => isWithin(merged, codePoint);
}

function isWithin(ranges: readonly [number, number][], codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** The segments of all of Unicode (format 12), which every font beyond the basic plane has. */
function rangesOf(cmap: Buffer): [number, number][] {
  const count = cmap.readUInt16BE(2);
  const tables = Array.from({ length: count }, (_, index) => cmap.readUInt32BE(4 + 8 * index + 4));
  const whole = tables.find((offset) => cmap.readUInt16BE(offset) === 12);
  if (whole === undefined) throw new Error('a font without a character map of all of Unicode');
  return Array.from({ length: cmap.readUInt32BE(whole + 12) }, (_, index) => {
    const at = whole + 16 + 12 * index;
    return [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4)];
  });
}

function readTable(file: string, tag: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const head = read(handle, 0, 12);
    const directory = read(handle, 12, 16 * head.readUInt16BE(4));
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) === tag)
        return read(handle, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
    }
    throw new Error(`a font without the table ${tag}`);
  } finally {
    closeSync(handle);
  }
}

function read(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(handle, bytes, 0, length, at);
  return bytes;
}
