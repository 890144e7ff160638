import { CsvError, parse } from 'csv-parse/sync';
import { matchColumns, type MatchColumn, matchColumnsOf, MOST_MATCH_LINES, refuse } from '@zhouji/domain';
import { createHash } from 'node:crypto';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** A list as text in cells; a line with another number of cells than the first has none. */
export interface ReadList {
  digest: string;
  encoding: Encoding;
  /** `line`: its number in the file, from 1. */
  lines: { line: number; cells: Partial<Record<MatchColumn, string>> | null }[];
  ignored: string[];
}

/** A cell that is longer than any text that may stand in one is not read further. */
const MOST_RECORD_CHARACTERS = 20_000;

/**
 * Reads a match list, whatever spreadsheet has written it: UTF-8 with or without its mark, GBK (GB 18030), or UTF-16 with its mark;
 * commas, semicolons or tabs.
 *
 * @throws Refusal LIST_UNREADABLE, LIST_COLUMNS (with `lacking` and `doubled`), LIST_EMPTY, LIST_TOO_LONG
 */
export function readList(file: Buffer): ReadList {
  const { text, encoding } = decode(file);
  const records = recordsOf(text);
  const [head, ...rows] = records;
  if (!head) return refuse('LIST_EMPTY');
  const { places, lacking, doubled, ignored } = matchColumnsOf(head.record);
  if (lacking.length + doubled.length > 0)
    refuse('LIST_COLUMNS', { lacking: lacking.map(nameOf), doubled: doubled.map(nameOf), found: head.record.slice(0, 50) });
  if (rows.length === 0) refuse('LIST_EMPTY');
  if (rows.length > MOST_MATCH_LINES) refuse('LIST_TOO_LONG', { lines: rows.length, most: MOST_MATCH_LINES });
  const columns = Object.entries(places) as [MatchColumn, number][];
  return {
    digest: createHash('sha256').update(file).digest('hex'),
    encoding,
    ignored: ignored.slice(0, 50),
    lines: rows.map(({ record, info }) => ({
      line: info.lines,
      cells: record.length === head.record.length ? Object.fromEntries(columns.map(([column, at]) => [column, record[at] ?? ''])) : null,
    })),
  };
}

/** In the order in which a mistake would show: a text in GBK is no UTF-8, and a text in UTF-8 nearly always is GBK too. */
function decode(file: Buffer): { text: string; encoding: Encoding } {
  if (file.length === 0) return refuse('LIST_EMPTY');
  const isUtf16 = file[0] === 0xff && file[1] === 0xfe;
  for (const encoding of isUtf16 ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      // What is no text at all, such as a spreadsheet's own file, has NUL in it.
      if (!text.includes('\u0000')) return { text, encoding };
    } catch {
      continue;
    }
  }
  return refuse('LIST_UNREADABLE');
}

interface Row {
  record: string[];
  info: { lines: number };
}

function recordsOf(text: string): Row[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: MOST_RECORD_CHARACTERS,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines;
    return refuse('LIST_UNREADABLE', { line: line ?? null, why: error.code });
  }
}

/** Whichever of the three stands most often in the first line. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 5000).split(/\r?\n/, 1)[0] ?? '';
  const times = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

function nameOf(column: MatchColumn): string {
  return matchColumns[column].names[0];
}
