import { describe, expect, test } from 'vitest';
import type { CaseRecord } from './case-record.ts';
import type { Expectation } from './expectation.ts';
import { findFault } from './find-fault.ts';

describe('what is expected of a case', () => {
  test.each<[string, Expectation, string]>([
    [
      'a task is open that is done',
      { kind: 'task', expected: { task: 'intake', open: true } },
      'task intake of round 1, done, due on no day',
    ],
    [
      'a task is due on another day',
      { kind: 'task', expected: { task: 'survey', due: '2026-09-15' } },
      'task survey of round 2, open, due 2026-09-14',
    ],
    ['a task that there is not', { kind: 'task', expected: { task: 'confirm', open: true } }, 'no task confirm; open: survey'],
    [
      'a clock ends on another day',
      { kind: 'clock', expected: { clock: 'decision', due: '2026-10-14' } },
      'clock decision due 2026-10-13, running',
    ],
    [
      'a clock is met that runs',
      { kind: 'clock', expected: { clock: 'decision', state: 'met' } },
      'clock decision due 2026-10-13, running',
    ],
    [
      'a clock that never started',
      { kind: 'clock', expected: { clock: 'refusal-letter' } },
      'no clock refusal-letter; there are: decision',
    ],
    ['the case is closed', { kind: 'case', expected: { case: 'closed' } }, 'case open'],
    [
      'the notice ends on another day',
      { kind: 'notice', expected: { notice: { endsOn: '2026-09-22' } } },
      'a notice that ends on 2026-09-21',
    ],
    ['the notice shows what it does not', { kind: 'notice', expected: { notice: { shows: ['张伟', '重病'] } } }, 'a notice without 重病'],
    ['the notice hides what it shows', { kind: 'notice', expected: { notice: { hides: ['张伟'] } } }, 'a notice that shows 张伟'],
    ['a letter that was not issued', { kind: 'letter', expected: { letter: 'refusal' } }, 'no letter refusal; issued: acceptance'],
    [
      'a letter contains what it does not',
      { kind: 'letter', expected: { letter: 'acceptance', contains: ['2026', '不予'] } },
      'letter acceptance without 不予',
    ],
    [
      'another amount is awarded',
      { kind: 'award', expected: { award: { monthly: 1005, from: '2026-10' } } },
      'award of 1006.00 from 2026-10, active',
    ],
    [
      'another amount comes out',
      { kind: 'assessment', expected: { assessment: { base: 759.99, eligible: true } } },
      'assessment with base "760.00"',
    ],
    [
      'another reason',
      { kind: 'assessment', expected: { assessment: { reasons: [{ code: 'COMPANY' }] } } },
      'assessment with reasons [{"code":"INCOME_BELOW_STANDARD","source":"LAW 18"}]',
    ],
    [
      'a flag that is not raised',
      { kind: 'flag', expected: { flag: 'OVERDUE' } },
      'no flag OVERDUE; raised: NOTICE_SHORT, RELATIVE_REGISTERED',
    ],
    ['other questions', { kind: 'questions', expected: { questions: [] } }, 'questions: SPOUSE_UNDER_AGE'],
    [
      'another order of the ledger',
      { kind: 'ledger', expected: { ledger: ['intake.accepted', 'applied'] } },
      'no applied after intake.accepted in applied, intake.accepted, relatives.registered',
    ],
  ])('does not hold when %s', (_what, expectation, found) => {
    expect(findFault(expectation, record)).toBe(found);
  });

  test.each<[string, Expectation]>([
    ['an open task, due on its day', { kind: 'task', expected: { task: 'survey', open: true, due: '2026-09-14' } }],
    ['a round that is done', { kind: 'task', expected: { task: 'survey', open: false, round: 1 } }],
    ['a task that has not been opened', { kind: 'task', expected: { task: 'confirm', open: false } }],
    ['a clock by its day', { kind: 'clock', expected: { clock: 'decision', due: '2026-10-13', state: 'running' } }],
    ['a clock by its instant, in the time of the township', { kind: 'clock', expected: { clock: 'decision', due: '2026-10-14T00:00' } }],
    ['a recognition, by the fields that are named', { kind: 'recognition', expected: { recognition: { until: '2027-09-18' } } }],
    ['an amount, whether it is written with decimals or not', { kind: 'award', expected: { award: { monthly: '1006.0' } } }],
    [
      'some of the figures of an assessment',
      { kind: 'assessment', expected: { assessment: { perCapita: 566.67, reasons: [{ code: 'INCOME_BELOW_STANDARD' }] } } },
    ],
    ['entries of the ledger with others between them', { kind: 'ledger', expected: { ledger: ['applied', 'relatives.registered'] } }],
    ['an amount among the words of a letter', { kind: 'letter', expected: { letter: 'acceptance', contains: [2026] } }],
    ['words in different lines of a letter', { kind: 'letter', expected: { letter: 'acceptance', contains: ['受理', '2026'] } }],
  ])('holds for %s', (_what, expectation) => {
    expect(findFault(expectation, record)).toBeUndefined();
  });

  test('a case that ended otherwise is told with its reason', () => {
    const closed = { ...record, isOpen: false, ending: 'withdrawn' };
    expect(findFault({ kind: 'case', expected: { case: 'closed', reason: 'granted' } }, closed)).toBe('case closed, reason withdrawn');
    expect(findFault({ kind: 'case', expected: { case: 'closed', reason: 'withdrawn' } }, closed)).toBeUndefined();
  });

  test('a letter may be called after the outcome that it follows', () => {
    const refused = { ...record, letters: [{ id: '2', kind: 'non-acceptance', text: '不予受理' }] };
    expect(findFault({ kind: 'letter', expected: { letter: 'not-accepted', contains: ['不予'] } }, refused)).toBeUndefined();
  });

  test('a limit that has passed makes the case overdue', () => {
    const late = { ...record, clocks: record.clocks.map((clock) => ({ ...clock, state: 'missed' })) };
    expect(findFault({ kind: 'flag', expected: { flag: 'OVERDUE' } }, late)).toBeUndefined();
  });
});

const record: CaseRecord = {
  caseId: 'case',
  receipt: 'DB26-1',
  township: '999901101',
  isOpen: true,
  ending: null,
  tasks: [
    { id: '1', kind: 'intake', round: 1, duty: 'accept', version: 2, isOpen: false, due: null },
    { id: '2', kind: 'survey', round: 1, duty: 'survey', version: 2, isOpen: false, due: '2026-09-14' },
    { id: '3', kind: 'survey', round: 2, duty: 'survey', version: 1, isOpen: true, due: '2026-09-14' },
  ],
  clocks: [{ kind: 'decision', round: 1, due: '2026-10-13', dueAt: '2026-10-13T16:00:00.000Z', state: 'running' }],
  flags: ['NOTICE_SHORT'],
  questions: ['SPOUSE_UNDER_AGE'],
  ledger: [
    { kind: 'applied', round: null },
    { kind: 'intake.accepted', round: 1 },
    { kind: 'relatives.registered', round: null },
  ],
  letters: [{ id: '4', kind: 'acceptance', text: '受理通知书\n2026-09-09' }],
  assessment: { eligible: true, perCapita: '566.67', base: '760.00', reasons: [{ code: 'INCOME_BELOW_STANDARD', source: 'LAW 18' }] },
  notice: { id: '5', endsOn: '2026-09-21', text: '张伟\n1006.00' },
  award: { caseId: 'b', monthly: '1006.00', from: '2026-10', state: 'active', ending: null },
  recognition: {
    programme: 'rigid-expenditure',
    from: '2026-09-18',
    until: '2027-09-18',
    reviewBy: null,
    state: 'in-force',
    endReason: null,
  },
  relief: null,
  further: [],
};
