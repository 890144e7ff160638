import type { CaseRecord, ClockRecord } from './case-record.ts';
import type { Expectation } from './expectation.ts';
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
    case 'assessment':
      return faultOfAssessment(expectation.expected.assessment, record);
    case 'flag':
      return faultOfFlag(expectation.expected.flag, record);
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

function faultOfCase({ case: expected, reason }: Expected<'case'>, { isOpen, ending }: CaseRecord): string | undefined {
  const holds = (expected === 'open') === isOpen && (reason === undefined || ending === reason);
  return holds ? undefined : isOpen ? 'case open' : `case closed, reason ${ending ?? 'none'}`;
}

function faultOfNotice({ endsOn, shows, hides }: Expected<'notice'>['notice'], { notice }: CaseRecord): string | undefined {
  if (!notice) return 'no notice';
  if (endsOn !== undefined && notice.endsOn !== endsOn) return `a notice that ends on ${notice.endsOn}`;
  const missing = (shows ?? []).filter((word) => !notice.text.includes(word));
  const shown = (hides ?? []).filter((word) => notice.text.includes(word));
  if (missing.length === 0 && shown.length === 0) return undefined;
  return [missing.length > 0 && `a notice without ${listed(missing)}`, shown.length > 0 && `a notice that shows ${listed(shown)}`]
    .filter(Boolean)
    .join('; ');
}

function faultOfLetter({ letter, contains }: Expected<'letter'>, { letters }: CaseRecord): string | undefined {
  const ofKind = letters.filter((each) => each.kind === letter);
  if (ofKind.length === 0) return `no letter ${letter}; issued: ${listed(letters.map((each) => each.kind))}`;
  if (ofKind.some(({ text }) => (contains ?? []).every((word) => text.includes(word)))) return undefined;
  return `letter ${letter} without ${listed((contains ?? []).filter((word) => !ofKind.at(-1)?.text.includes(word)))}`;
}

function faultOfAward({ monthly, from }: Expected<'award'>['award'], { award }: CaseRecord): string | undefined {
  if (!award) return 'no award';
  const holds = (monthly === undefined || isSame(monthly, award.monthly)) && (from === undefined || award.from === from);
  return holds ? undefined : `award of ${award.monthly} from ${award.from}`;
}

function faultOfAssessment(expected: Record<string, unknown>, { assessment }: CaseRecord): string | undefined {
  if (!assessment) return 'no assessment';
  const different = Object.keys(expected).filter((key) => !isSame(expected[key], assessment[key]));
  if (different.length === 0) return undefined;
  return `assessment with ${different.map((key) => `${key} ${JSON.stringify(assessment[key])}`).join(', ')}`;
}

/** A relative among the officers is registered in the ledger; a case is overdue when a limit passed before its step was done. */
function faultOfFlag(flag: Expected<'flag'>['flag'], { ledger, clocks }: CaseRecord): string | undefined {
  const raised = {
    RELATIVE_REGISTERED: ledger.some((entry) => entry.kind === 'relatives.registered'),
    OVERDUE: clocks.some((clock) => clock.state === 'missed'),
  };
  if (raised[flag]) return undefined;
  const others = Object.entries(raised).filter(([, isRaised]) => isRaised);
  return `no flag ${flag}; raised: ${listed(others.map(([name]) => name))}`;
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
