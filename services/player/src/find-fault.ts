import type { CaseEnding } from '@zhouji/domain';
import type { CaseRecord, ClockRecord } from './case-record.ts';
import { type Expectation, letterAliases } from './expectation.ts';
import { momentOf } from './moment.ts';

/** What was found instead of what was expected; undefined when the expectation holds. `refused` is the player's own affair and holds here. */
export function findFault(expectation: Expectation, record: CaseRecord): string | undefined {
  switch (expectation.kind) {
    case 'task':
      return faultOfTask(expectation.expected, record);
    case 'clock':
      return faultOfClock(expectation.expected, record);
    case 'case':
      return faultOfCase(expectation.expected, record);
    case 'notice':
      return faultOfNotice(expectation.expected.notice, record);
    case 'letter':
      return faultOfLetter(expectation.expected, record);
    case 'award':
      return faultOfAward(expectation.expected.award, record);
    case 'recognition':
      return faultOfRecognition(expectation.expected.recognition, record);
    case 'assessment':
      return faultOfAssessment(expectation.expected.assessment, record);
    case 'flag':
      return faultOfFlag(expectation.expected.flag, record);
    case 'relief':
      return faultOfRelief(expectation.expected.relief, record);
    case 'questions':
      return faultOfQuestions(expectation.expected.questions, record);
    case 'ledger':
      return faultOfLedger(expectation.expected.ledger, record);
    case 'refused':
      return undefined;
  }
}

type Expected<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>['expected'];

function faultOfTask({ task, open, due, round }: Expected<'task'>, { tasks }: CaseRecord): string | undefined {
  const ofKind = tasks.filter((each) => each.kind === task && (round === undefined || each.round === round));
  const found = ofKind.find((each) => each.isOpen) ?? ofKind.at(-1);
  const isOpen = found?.isOpen ?? false;
  const holds = isOpen === (open ?? isOpen) && (due === undefined || found?.due === due) && (open === false || found !== undefined);
  if (holds) return undefined;
  if (!found)
    return `no task ${task}${round === undefined ? '' : ` of round ${round}`}; open: ${listed(tasks.filter((each) => each.isOpen).map((each) => each.kind))}`;
  return `task ${found.kind} of round ${found.round}, ${isOpen ? 'open' : 'done'}, due ${found.due ?? 'on no day'}`;
}

function faultOfClock({ clock, due, state }: Expected<'clock'>, { clocks }: CaseRecord): string | undefined {
  const found = clocks.findLast((each) => each.kind === clock);
  if (!found) return `no clock ${clock}; there are: ${listed(clocks.map((each) => each.kind))}`;
  const holds = (due === undefined || dueIs(found, due)) && (state === undefined || found.state === state);
  return holds ? undefined : `clock ${clock} due ${found.due}, ${found.state}`;
}

function dueIs(clock: ClockRecord, due: string): boolean {
  return due.includes('T') ? momentOf(clock.dueAt) === due : clock.due === due;
}

/** The case, or, for an ending that only an award has, what lives on after it. */
function faultOfCase({ case: expected, reason }: Expected<'case'>, { isOpen, ending, award }: CaseRecord): string | undefined {
  const isOfAward = award !== null && reason !== undefined && (awardEndings as readonly string[]).includes(reason);
  const found = isOfAward ? { isOpen: award.state !== 'stopped', ending: award.ending } : { isOpen, ending };
  const holds = (expected === 'open') === found.isOpen && (reason === undefined || found.ending === reason);
  return holds ? undefined : found.isOpen ? 'case open' : `case closed, reason ${found.ending ?? 'none'}`;
}

const awardEndings = ['stopped', 'given-up', 'deceased'] as const satisfies readonly CaseEnding[];

function faultOfNotice({ endsOn, shows, hides }: Expected<'notice'>['notice'], { notice }: CaseRecord): string | undefined {
  if (!notice) return 'no notice';
  if (endsOn !== undefined && notice.endsOn !== endsOn) return `a notice that ends on ${notice.endsOn}`;
  const missing = (shows ?? []).map(String).filter((word) => !notice.text.includes(word));
  const shown = (hides ?? []).map(String).filter((word) => notice.text.includes(word));
  if (missing.length === 0 && shown.length === 0) return undefined;
  return [missing.length > 0 && `a notice without ${listed(missing)}`, shown.length > 0 && `a notice that shows ${listed(shown)}`]
    .filter(Boolean)
    .join('; ');
}

function faultOfLetter({ letter, contains = [] }: Expected<'letter'>, { letters }: CaseRecord): string | undefined {
  const words = contains.map(String);
  const ofKind = letters.filter((each) => each.kind === (letterAliases[letter] ?? letter));
  if (ofKind.length === 0) return `no letter ${letter}; issued: ${listed(letters.map((each) => each.kind))}`;
  if (ofKind.some(({ text }) => words.every((word) => text.includes(word)))) return undefined;
  return `letter ${letter} without ${listed(words.filter((word) => !ofKind.at(-1)?.text.includes(word)))}`;
}

function faultOfAward({ monthly, from, state }: Expected<'award'>['award'], { award }: CaseRecord): string | undefined {
  if (!award) return 'no award';
  const holds =
    (monthly === undefined || isSame(monthly, award.monthly)) &&
    (from === undefined || award.from === from) &&
    (state === undefined || award.state === state);
  return holds ? undefined : `award of ${award.monthly} from ${award.from}, ${award.state}`;
}

function faultOfRecognition(expected: Expected<'recognition'>['recognition'], { recognition }: CaseRecord): string | undefined {
  if (!recognition) return 'no recognition';
  return isSame(expected, recognition) ? undefined : `recognition ${JSON.stringify(recognition)}`;
}

function faultOfRelief(expected: Expected<'relief'>['relief'], { relief }: CaseRecord): string | undefined {
  if (!relief) return 'no relief';
  return isSame(expected, relief) ? undefined : `relief ${JSON.stringify(relief)}`;
}

function faultOfAssessment(expected: Record<string, unknown>, { assessment }: CaseRecord): string | undefined {
  if (!assessment) return 'no assessment';
  const different = Object.keys(expected).filter((key) => !isSame(expected[key], assessment[key]));
  if (different.length === 0) return undefined;
  return `assessment with ${different.map((key) => `${key} ${JSON.stringify(assessment[key])}`).join(', ')}`;
}

/** A relative among the officers is registered in the ledger; a case is overdue when a limit passed before its step was done. */
function faultOfFlag(flag: Expected<'flag'>['flag'], { flags, ledger, clocks }: CaseRecord): string | undefined {
  const raised = new Set([
    ...flags,
    ...(ledger.some((entry) => entry.kind === 'relatives.registered') ? ['RELATIVE_REGISTERED'] : []),
    ...(clocks.some((clock) => clock.state === 'missed') ? ['OVERDUE'] : []),
  ]);
  return raised.has(flag) ? undefined : `no flag ${flag}; raised: ${listed([...raised])}`;
}

function faultOfQuestions(expected: readonly string[], { questions }: CaseRecord): string | undefined {
  const isSame = expected.length === questions.length && expected.every((code) => questions.includes(code));
  return isSame ? undefined : `questions: ${listed(questions)}`;
}

function faultOfLedger(expected: readonly string[], { ledger }: CaseRecord): string | undefined {
  let next = 0;
  for (const entry of ledger) if (entry.kind === expected[next]) next++;
  if (next === expected.length) return undefined;
  return `no ${expected[next] ?? ''}${next > 0 ? ` after ${expected[next - 1] ?? ''}` : ''} in ${listed(ledger.map((entry) => entry.kind))}`;
}

/**
 * Whether all that is expected is found: amounts by their value however they are written, objects by the keys that are
 * expected, each element of a list somewhere in the list that was found.
 */
function isSame(expected: unknown, found: unknown): boolean {
  if (isAmount(expected) && isAmount(found)) return Number(expected).toFixed(2) === Number(found).toFixed(2);
  if (Array.isArray(expected)) return Array.isArray(found) && expected.every((each) => found.some((other) => isSame(each, other)));
  if (isRecord(expected)) return isRecord(found) && Object.entries(expected).every(([key, value]) => isSame(value, found[key]));
  return expected === found;
}

function isAmount(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && /^-?[0-9]+(\.[0-9]+)?$/.test(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}
