import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../calendar.generated.ts';
import { t1 } from './cast.ts';
import { withLocalHolidays } from './working-days.ts';
import { compareClocks, type ReplayEntry } from './replayed-clock.ts';
import { replayClocks } from './replay-clocks.ts';

const national = nationalCalendar.version;
const moved = withLocalHolidays(nationalCalendar, ['2026-09-16', '2026-09-17']);
const ground = {
  process: 'subsistence-allowance',
  parameters: t1,
  calendars: new Map([nationalCalendar, moved].map((calendar) => [calendar.version, calendar])),
  firstCalendar: national,
} as const;

type Data = Record<string, unknown>;
const limits = (clocks: string[], more: Data = {}) => ({ limits: { clocks, mode: 'delegated', calendar: national, ...more } });

/** Entries at nine in the morning of their days. */
function ledger(...entries: [day: string, kind: string, data?: Data, round?: number][]): ReplayEntry[] {
  return entries.map(([day, kind, data = {}, stepRound = 1], index) => ({
    seq: index + 1,
    at: `${day}T01:00:00.000Z`,
    kind,
    stepRound,
    data,
  }));
}

function replay(...entries: Parameters<typeof ledger>) {
  return replayClocks(ledger(...entries), ground);
}

const accepted: Parameters<typeof ledger>[0] = ['2026-09-07', 'intake.accepted', limits(['survey-start', 'decision'])];

describe('the limits of a case, from its ledger', () => {
  test('run from the entry that says so, by the length that holds in its mode', () => {
    const { clocks, faults } = replay(accepted);
    expect(faults).toEqual([]);
    expect(clocks).toMatchObject([
      { kind: 'survey-start', dueOn: '2026-09-10', state: 'running', startedBy: { seq: 1, kind: 'intake.accepted' } },
      { kind: 'decision', dueOn: '2026-10-10', days: 20 },
    ]);
    const county = replay(['2026-09-07', 'intake.accepted', limits(['decision'], { mode: 'county' })]);
    expect(county.clocks).toMatchObject([{ days: 30, parameter: 'total.county@2021-07-01' }]);
  });

  test('are met when they are stopped in time, and missed when the limit had passed', () => {
    expect(replay(accepted, ['2026-09-10', 'survey.done']).clocks[0]).toMatchObject({
      state: 'met',
      stoppedBy: { seq: 2, kind: 'survey.done' },
    });
    const late = replay(
      accepted,
      ['2026-09-11', 'survey.done'],
      ['2026-09-11', 'clock.missed', { clock: 'survey-start', dueOn: '2026-09-10' }],
    );
    expect(late).toMatchObject({ faults: [], clocks: [{ state: 'missed', missedBy: { seq: 3 } }, {}] });
  });

  test('are stopped by a case that leaves before anything is decided, and not by one that is decided', () => {
    expect(replay(accepted, ['2026-09-08', 'case.closed', { ending: 'withdrawn' }]).clocks.map(({ state }) => state)).toEqual([
      'stopped',
      'stopped',
    ]);
    expect(replay(accepted, ['2026-09-08', 'case.closed', { ending: 'refused' }]).clocks.map(({ state }) => state)).toEqual([
      'running',
      'running',
    ]);
  });

  test('M57 21: the limit of a refusal stops when the refusal is served, and not another letter', () => {
    const refused: Parameters<typeof ledger>[0] = ['2026-09-07', 'refusal.done', limits(['refusal-letter'])];
    expect(replay(refused, ['2026-09-08', 'letter.served', { kind: 'acceptance' }]).clocks[0]).toMatchObject({ state: 'running' });
    expect(replay(refused, ['2026-09-08', 'letter.served', { kind: 'refusal' }]).clocks[0]).toMatchObject({ state: 'met' });
  });

  test('N2022 4(1): become longer once, counted from the start, and may be missed anew', () => {
    const { clocks, faults } = replay(
      accepted,
      ['2026-10-12', 'clock.missed', { clock: 'decision', dueOn: '2026-10-10' }],
      [
        '2026-10-12',
        'clock.extended',
        { clock: 'decision', reason: 'hard-survey', from: '2026-10-10', to: '2026-11-13', calendar: national },
      ],
    );
    expect(faults).toEqual([]);
    expect(clocks[1]).toMatchObject({ state: 'running', dueOn: '2026-11-13', days: 45, extendedReason: 'hard-survey', missedBy: null });
  });

  test('are worked out again by another calendar; what was warned too early counts as not warned', () => {
    const { clocks, faults } = replay(
      accepted,
      ['2026-09-21', 'clock.warned', { clock: 'decision', level: 'person', dueOn: '2026-10-10' }],
      [
        '2026-09-21',
        'clock.recomputed',
        { clock: 'decision', from: '2026-10-10', to: '2026-10-13', calendar: { from: national, to: moved.version } },
      ],
    );
    expect(faults).toEqual([]);
    expect(clocks[1]).toMatchObject({ dueOn: '2026-10-13', calendarVersion: moved.version, warnedLevel: null, warnedBy: [{ seq: 2 }] });
  });

  const differs: Parameters<typeof ledger>[0] = ['2026-09-07', 'verification.differs', limits([])];
  const begun = (dueOn: string): Parameters<typeof ledger>[0] => [
    '2026-09-08',
    'clock.started',
    { clock: 'difference-told', dueOn, ...limits(['difference-told']) },
  ];

  test('that lacked a calendar begin late, and run from the entry that was to start them', () => {
    const { clocks, faults } = replay(differs, begun('2026-09-09'));
    expect(faults).toEqual([]);
    expect(clocks).toMatchObject([{ kind: 'difference-told', startedOn: '2026-09-07', dueOn: '2026-09-09', startedBy: { seq: 2 } }]);
  });

  test('cannot begin late on another day, nor where nothing waited for a calendar', () => {
    expect(replay(differs, begun('2026-09-10')).faults).toEqual([{ seq: 2, fault: 'started-otherwise' }]);
    expect(replay(accepted, begun('2026-09-10')).faults).toEqual([{ seq: 2, fault: 'started-otherwise' }]);
  });

  test('ran by the first calendar and the first table where an entry does not say', () => {
    expect(replay(['2026-09-07', 'applied']).clocks).toMatchObject([{ kind: 'intake-check', calendarVersion: national }]);
    // Its limit is younger than such entries.
    expect(replay(['2026-09-07', 'confirm.confirmed']).clocks).toEqual([]);
  });
});

describe('an entry that does not follow from the law is a fault', () => {
  test.each<[string, Parameters<typeof ledger>]>([
    ['started-otherwise', [['2026-09-07', 'applied', limits(['decision'])]]],
    ['started-otherwise', [['2026-09-07', 'intake.accepted', limits(['no-such-limit'])]]],
    ['started-otherwise', [['2026-09-07', 'intake.accepted', { limits: { clocks: 'everything', calendar: national } }]]],
    ['not-worked-out', [['2026-09-07', 'intake.accepted', limits(['decision'], { calendar: 'of-nobody' })]]],
    ['not-worked-out', [['2026-09-07', 'intake.accepted', { limits: { clocks: ['decision'] } }]]],
    ['not-worked-out', [['2026-12-15', 'intake.accepted', limits(['decision'])]]],
    ['no-such-clock', [accepted, ['2026-09-11', 'clock.warned', { clock: 'publication', level: 'person' }]]],
    ['no-such-clock', [accepted, ['2026-09-11', 'clock.missed', { clock: 'survey-start', dueOn: '2026-09-10' }, 2]]],
    ['warned-otherwise', [accepted, ['2026-09-08', 'clock.warned', { clock: 'survey-start', level: 'person', dueOn: '2026-09-10' }]]],
    ['warned-otherwise', [accepted, ['2026-09-11', 'clock.warned', { clock: 'survey-start', level: 'county', dueOn: '2026-09-10' }]]],
    ['warned-otherwise', [accepted, ['2026-09-11', 'clock.warned', { clock: 'survey-start', level: 'person', dueOn: '2026-09-09' }]]],
    [
      'warned-otherwise',
      [
        accepted,
        ['2026-09-09', 'survey.done'],
        ['2026-09-11', 'clock.warned', { clock: 'survey-start', level: 'person', dueOn: '2026-09-10' }],
      ],
    ],
    ['missed-otherwise', [accepted, ['2026-09-10', 'clock.missed', { clock: 'survey-start', dueOn: '2026-09-10' }]]],
    ['missed-otherwise', [accepted, ['2026-09-11', 'clock.missed', { clock: 'survey-start', dueOn: '2026-09-09' }]]],
    ['missed-untold', [accepted, ['2026-09-11', 'survey.done']]],
    [
      'extended-otherwise',
      [
        accepted,
        [
          '2026-09-08',
          'clock.extended',
          { clock: 'survey-start', reason: 'hard-survey', from: '2026-09-10', to: '2026-11-13', calendar: national },
        ],
      ],
    ],
    [
      'extended-otherwise',
      [
        accepted,
        [
          '2026-09-08',
          'clock.extended',
          { clock: 'decision', reason: 'hard-survey', from: '2026-10-10', to: '2026-11-14', calendar: national },
        ],
      ],
    ],
    [
      'extended-otherwise',
      [accepted, ['2026-09-08', 'clock.extended', { clock: 'decision', from: '2026-10-10', to: '2026-11-13', calendar: national }]],
    ],
    [
      'recomputed-otherwise',
      [
        accepted,
        ['2026-09-08', 'clock.recomputed', { clock: 'decision', from: '2026-10-10', to: '2026-10-12', calendar: { to: moved.version } }],
      ],
    ],
    [
      'recomputed-otherwise',
      [
        accepted,
        ['2026-09-09', 'survey.done'],
        [
          '2026-09-09',
          'clock.recomputed',
          { clock: 'survey-start', from: '2026-09-10', to: '2026-09-10', calendar: { to: moved.version } },
        ],
      ],
    ],
    [
      'not-worked-out',
      [
        accepted,
        ['2026-09-08', 'clock.recomputed', { clock: 'decision', from: '2026-10-10', to: '2026-10-13', calendar: { to: 'of-nobody' } }],
      ],
    ],
    ['no-such-clock', [accepted, ['2026-09-08', 'clock.recomputed', { clock: 'publication' }]]],
    ['no-such-clock', [accepted, ['2026-09-08', 'clock.extended', { clock: 'publication' }]]],
  ])('%s (%#)', (fault, entries) => {
    expect(replay(...entries).faults.map((one) => one.fault)).toEqual([fault]);
  });

  test('a limit that was told to be missed twice is a fault the second time', () => {
    const missed: Parameters<typeof ledger>[0] = ['2026-09-11', 'clock.missed', { clock: 'survey-start', dueOn: '2026-09-10' }];
    expect(replay(accepted, missed, missed).faults).toEqual([{ seq: 3, fault: 'missed-otherwise' }]);
  });
});

describe('what is stored', () => {
  const { clocks } = replay(accepted);

  test('is the same however its instants are written', () => {
    const stored = clocks.map((clock) => ({ ...clock, dueAt: new Date(clock.dueAt).toISOString() }));
    expect(compareClocks(clocks, stored)).toEqual([]);
  });

  test('differs where a column does, where a limit is missing, and where there is one too many', () => {
    const [survey, decision] = clocks;
    expect(compareClocks(clocks, [{ ...survey, dueOn: '2026-09-11', warnings: [] }])).toMatchObject([
      { kind: 'survey-start', column: 'dueOn', replayed: '2026-09-10', stored: '2026-09-11' },
      { kind: 'survey-start', column: 'warnings' },
      { kind: 'decision', column: null, replayed: '2026-10-10', stored: null },
    ]);
    expect(compareClocks([survey], clocks)).toEqual([
      { kind: 'decision', round: 1, column: null, replayed: null, stored: decision?.dueOn },
    ]);
  });
});
