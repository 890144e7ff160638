import { type Because, becausePart, becauseValue, type Label, operationLabel, parameterTable, treesOf } from '@zhouji/domain';
import { demoSource, printedWords } from './words.ts';

/** One line of a derivation. */
export interface ExplanationRow {
  depth: number;
  name: Label;
  value: string;
  /** How it was worked out from the lines below it that stand one deeper. */
  how: Label;
  source: string;
  /** Whether the figure is fictional. */
  demo: boolean;
}

/** The explanation of one number, as a table. */
export interface Explanation {
  heading: Label;
  rows: ExplanationRow[];
}

/**
 * The explanations of a letter, the amount first. What was derived once is not derived again: a later line says that it stands above, and a
 * number that is part of another has no table of its own.
 */
export function explanationsOf(because: unknown): Explanation[] {
  const shown = new Set<string>();
  return treesOf(because)
    .toSorted(([one], [other]) => Number(other === 'monthly') - Number(one === 'monthly'))
    .flatMap(([word, tree]) => (shown.has(JSON.stringify(tree)) ? [] : [{ heading: headingOf(word), rows: rowsOf(word, tree, shown, 0) }]));
}

function headingOf(word: string): Label {
  const part = becausePart(word);
  const { zh, en } = printedWords.because;
  return { zh: `${part.zh}：${zh}`, en: `${part.en}: ${en}` };
}

/** A tree as rows, each before what it was worked out from. */
function rowsOf(word: string, because: Because, shown: Set<string>, depth: number): ExplanationRow[] {
  const children = 'of' in because ? Object.entries(because.of) : [];
  const key = JSON.stringify(because);
  const isAbove = children.length > 0 && shown.has(key);
  shown.add(key);
  const row: ExplanationRow = {
    depth,
    name: nameOf(word, because),
    value: becauseValue(because.value).zh,
    how: isAbove ? printedWords.above : howOf(because),
    ...sourceOf(because),
  };
  return isAbove ? [row] : [row, ...children.flatMap(([inner, child]) => rowsOf(inner, child, shown, depth + 1))];
}

/** A figure is called by its own name in the law; everything else by the word that the rule gives it. */
function nameOf(word: string, because: Because): Label {
  if ('parameter' in because) {
    const [id = ''] = because.parameter.split('@');
    if (isParameter(id)) return parameterTable[id].label;
  }
  const name = becausePart(word);
  const member = 'member' in because ? because.member : undefined;
  return member ? { zh: `${name.zh}（${member}）`, en: name.en } : name;
}

function howOf(because: Because): Label {
  if ('operation' in because) return operationLabel(because.operation);
  if ('input' in because) return printedWords.stated;
  const from = because.parameter.split('@')[1] ?? '';
  return { zh: `${from} ${printedWords.inForce.zh}`, en: printedWords.inForce.en };
}

function sourceOf(because: Because): { source: string; demo: boolean } {
  const source = 'source' in because ? (because.source ?? '') : '';
  const demo = source.startsWith(demoSource);
  return { source: demo ? '' : source, demo };
}

function isParameter(id: string): id is keyof typeof parameterTable {
  return Object.hasOwn(parameterTable, id);
}
