// services/domain/GLOSSARY.md: tables with the columns English, 中文, source and file; every word of the domain's tables has its row.
// Files are those of the domain unless they begin with another folder of the repository; a dash says that nothing in code bears the word yet.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { acts, clocks, duties, endings, periods, programmes, roles, tasks } from '@zhouji/domain';
import { expect, test } from 'vitest';
import { readSource, ROOT } from '../support/sources.ts';

interface Term {
  english: string;
  chinese: string;
  source: string;
  file: string;
}

const glossary = readSource('services/domain/GLOSSARY.md');
const terms = readTerms(glossary);

test('each term has both languages, a source and a file', () => {
  expect(terms.length).toBeGreaterThan(20);
  expect(terms.filter(({ english, chinese, source, file }) => !english || !/\p{Script=Han}/u.test(chinese) || !source || !file)).toEqual(
    [],
  );
});

test('each term, or the stem of one of its words, is in the file that its row names', () => {
  const wrong = terms.filter(({ english, file }) => {
    if (file === '–') return false;
    return (
      !existsSync(join(ROOT, file)) ||
      ![...spellings(english), ...stems(english)].some((spelling) => readSource(file).toLowerCase().includes(spelling))
    );
  });
  expect(wrong).toEqual([]);
});

test('no term stands twice', () => {
  const names = terms.map(({ english }) => english.toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('each word of the tables is in the glossary, as a term or in the meaning of one', () => {
  const text = glossary.toLowerCase();
  const words = [programmes, tasks, periods, acts, clocks, duties, roles, endings].flatMap((table) => Object.keys(table));
  expect(words.filter((word) => !spellings(word).some((spelling) => text.includes(spelling)))).toEqual([]);
});

test('each word of the design is in the glossary', () => {
  const known = new Set(terms.flatMap(({ english }) => spellings(english)));
  const design = [
    'programme',
    'case',
    'process',
    'task',
    'outcome',
    'clock',
    'period',
    'act',
    'assessment',
    'award',
    'ledger',
    'nudge',
    'statute',
    'duty',
    'refusal',
    'household',
  ];
  expect(design.filter((word) => !known.has(word))).toEqual([]);
});

/** How a term of several words is written in prose and in code, in lower case. */
function spellings(english: string): string[] {
  const words = english
    .replace(/\(.*\)/, '')
    .trim()
    .toLowerCase()
    .split(/[\s-]+/);
  return [...new Set([' ', '-', '', '_'].map((joint) => words.join(joint)))];
}

function placeOf(file: string): string {
  return /^(src|parameters)\//.test(file) ? `services/domain/${file}` : file;
}

function readTerms(text: string): Term[] {
  const lines = text.split('\n').map((line) => line.trim());
  const found: Term[] = [];
  let columns: string[] | undefined;
  for (const line of lines) {
    if (!line.startsWith('|')) {
      columns = undefined;
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''));
    if (columns === undefined) columns = cells.map((cell) => cell.toLowerCase());
    else if (columns.includes('english') && !/^[-: ]+$/.test(cells[0] ?? '')) {
      const at = (name: string) => cells[columns?.indexOf(name) ?? -1] ?? '';
      found.push({ english: at('english'), chinese: at('中文'), source: at('source'), file: placeOf(at('file')) });
    }
  }
  return found;
}

/** Code says `seriousIllness` where people say "seriously ill". */
function stems(english: string): string[] {
  return english
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 4)
    .map((word) => word.slice(0, 6));
}
