import { closeSync, existsSync, fsyncSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AnchorStore } from '@zhouji/database';
import { type LedgerAnchor, monthOf, dayOf } from '@zhouji/domain';

const NAME = /^ledger-anchors-\d{4}-\d{2}\.jsonl$/;
/** Longer than any line: an anchor speaks of a thousand cases at most. */
const TAIL_BYTES = 1 << 20;

/**
 * A folder in which anchors are kept, one line each, one file a month. Nothing in it is ever changed. It belongs on another
 * disk than the database, best one that can only be appended to, and its files to somebody who is no administrator there.
 */
export function anchorFolder(folder: string): AnchorStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    last() {
      for (const file of filesOf(folder).toReversed()) {
        const last = linesIn(tailOf(join(folder, file))).at(-1);
        if (last) return last;
      }
      return undefined;
    },
    append(anchor) {
      const newest = filesOf(folder).at(-1) ?? '';
      const own = `ledger-anchors-${monthOf(dayOf(anchor.at))}.jsonl`;
      // A clock that was put back writes no earlier file: the files in the order of their names are the order of the anchors.
      writeLine(join(folder, own < newest ? newest : own), JSON.stringify(anchor));
    },
  };
}

/** All anchors of a folder in their order. */
export function readAnchors(folder: string): LedgerAnchor[] {
  return filesOf(folder).flatMap((file) => linesIn(readFileSync(join(folder, file), 'utf8')));
}

function filesOf(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .toSorted()
    : [];
}

/** A line that was torn off is none: nobody was told of it, and the next anchor does not stand upon it. */
function linesIn(text: string): LedgerAnchor[] {
  return text.split('\n').flatMap((line) => {
    try {
      const read: unknown = line === '' ? undefined : JSON.parse(line);
      return isAnchor(read) ? [read] : [];
    } catch {
      return [];
    }
  });
}

function isAnchor(read: unknown): read is LedgerAnchor {
  if (typeof read !== 'object' || read === null) return false;
  const { seq, at, before, hash, heads } = read as Record<string, unknown>;
  return Number.isInteger(seq) && [at, before, hash].every((text) => typeof text === 'string') && Array.isArray(heads);
}

function tailOf(file: string): string {
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const length = Math.min(size, TAIL_BYTES);
    const bytes = Buffer.alloc(length);
    readSync(opened, bytes, 0, length, size - length);
    return bytes.toString('utf8');
  } finally {
    closeSync(opened);
  }
}

function writeLine(file: string, line: string): void {
  const isTorn = existsSync(file) && !/(^|\n)$/.test(tailOf(file));
  const opened = openSync(file, 'a', 0o600);
  try {
    writeSync(opened, `${isTorn ? '\n' : ''}${line}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
