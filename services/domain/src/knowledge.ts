import type { Label } from './label.ts';
import { figure, type ParameterId, type ParameterSet, parameterTable } from './parameters.ts';
import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';
import { knowledgeEntries } from './knowledge.generated.ts';

/** A question that people ask, with its answers by the day from which each holds; `set` is the place that answers so. */
export interface KnowledgeEntry {
  readonly id: string;
  readonly set: string;
  readonly question: Label;
  readonly keywords: readonly string[];
  readonly versions: readonly { readonly from: PlainDate; readonly article: string; readonly answer: Label }[];
}

/** An answer as it holds in a place on a day, with its figures. */
export interface KnowledgeAnswer {
  id: string;
  /** `id@from`: which answer it is. Kept with what was answered. */
  version: string;
  from: PlainDate;
  /** The place that says so: `national`, or the name of its set. */
  set: string;
  article: string;
  question: Label;
  answer: Label;
}

/**
 * The answers that hold in a place on a day, those that fit the text best first. A place's own answers come beside the
 * national ones. An empty text gives them in the order of the file.
 */
export function findKnowledge(
  text: string,
  { parameters, day, most = 5 }: { parameters: ParameterSet; day: PlainDate; most?: number },
): KnowledgeAnswer[] {
  const asked = piecesOf(text);
  return knowledgeEntries
    .filter(({ set }) => set === 'national' || parameters.name === set || parameters.name.startsWith(`${set}.`))
    .map((entry, index) => ({ entry, index, score: scoreOf(asked, text, entry) }))
    .filter(({ score }) => score > 0 || asked.size === 0)
    .toSorted((one, other) => other.score - one.score || one.index - other.index)
    .flatMap(({ entry }) => answerOn(entry, { parameters, day }) ?? [])
    .slice(0, most);
}

/** One answer as it holds; undefined when none does on the day or its version is another by now. */
export function knowledgeOf(
  version: string,
  { parameters, day }: { parameters: ParameterSet; day: PlainDate },
): KnowledgeAnswer | undefined {
  const entry = knowledgeEntries.find(({ id }) => id === version.split('@')[0]);
  const found = entry && answerOn(entry, { parameters, day });
  return found?.version === version ? found : undefined;
}

/** An answer whose figures the place lacks is not given: a figure is never guessed. */
function answerOn(entry: KnowledgeEntry, { parameters, day }: { parameters: ParameterSet; day: PlainDate }): KnowledgeAnswer | undefined {
  const version = entry.versions.findLast(({ from }) => from <= day);
  if (!version) return undefined;
  const { id, set, question } = entry;
  const { from, article, answer } = version;
  try {
    const filled = { zh: fill(answer.zh, parameters, day), en: fill(answer.en, parameters, day) };
    return { id, version: `${id}@${from}`, from, set, article, question, answer: filled };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function fill(text: string, parameters: ParameterSet, day: PlainDate): string {
  return text.replaceAll(/\{([^}]+)\}/g, (_, id: ParameterId) => {
    const { value } = figure(parameters, id, day);
    return parameterTable[id].unit.startsWith('yuan') ? yuan(Number(value)) : String(value);
  });
}

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

const QUESTION = 2;
const KEYWORD = 3;

/** Keywords that are in the text count most, then what the text and the question have in common, then the answer. */
function scoreOf(asked: ReadonlySet<string>, text: string, { question, keywords, versions }: KnowledgeEntry): number {
  if (asked.size === 0) return 0;
  const plain = plainText(text);
  const hits = keywords.filter((keyword) => plain.includes(plainText(keyword)));
  const inQuestion = common(asked, piecesOf(`${question.zh} ${question.en}`));
  const last = versions.at(-1);
  const inAnswer = last ? common(asked, piecesOf(`${last.answer.zh} ${last.answer.en}`)) : 0;
  return hits.reduce((sum, keyword) => sum + KEYWORD * Math.min(4, plainText(keyword).length), 0) + QUESTION * inQuestion + inAnswer;
}

function common(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const piece of some) if (others.has(piece)) count += 1;
  return count;
}

/** Chinese by pairs of characters, other writing by words. */
function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const [run] of plainText(text).matchAll(/\p{Script=Han}+|[a-z]{3,}/gu)) {
    if (/^[a-z]/.test(run)) pieces.add(run);
    else for (let i = 0; i + 2 <= run.length; i++) pieces.add(run.slice(i, i + 2));
  }
  return pieces;
}

function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** How much two texts have in common, of the shorter one: 0 nothing, 1 all of it. */
export function likenessOf(one: string, other: string): number {
  const [some, others] = [piecesOf(one), piecesOf(other)];
  const least = Math.min(some.size, others.size);
  return least === 0 ? 0 : common(some, others) / least;
}
