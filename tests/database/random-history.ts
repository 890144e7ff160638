// Random lives of a case, driven through the office's own ledger and clocks without a database; nothing is sent.
import {
  type Calendar,
  calendarOf,
  type CalendarNotice,
  dayOf,
  emptyHead,
  type ExtensionReason,
  type Instant,
  type LedgerKind,
  nationalCalendar,
  parametersFor,
  Refusal,
} from '@zhouji/domain';
import fc from 'fast-check';
import type { CalendarHistory } from '../../services/database/src/calendars.ts';
import type { CaseFrame } from '../../services/database/src/record/case-frame.ts';
import { extendDecision, ringClocks } from '../../services/database/src/record/clocks.ts';
import { enter, type Ground } from '../../services/database/src/record/enter.ts';
import type { PartName, PartRow } from '../../services/database/src/record/part-rows.ts';
import { recomputeLimits } from '../../services/database/src/record/recompute-limits.ts';
import { Writes } from '../../services/database/src/record/writes.ts';
import { Place } from '../../services/database/src/place.ts';
import { systemActor, type Tx } from '@zhouji/database';

export type Happening =
  | { what: 'entry'; kind: LedgerKind; data?: Record<string, unknown> }
  | { what: 'ring' }
  | { what: 'extend'; reason: ExtensionReason }
  | { what: 'calendar'; version: number };

export interface Life {
  mode: 'delegated' | 'county';
  begins: Instant;
  /** Each so many hours after the one before. */
  happenings: { after: number; happening: Happening }[];
}

/** What stops or starts a limit, or might. */
const kinds: LedgerKind[] = [
  'applied',
  'intake.supplement',
  'supplement.supplied',
  'intake.accepted',
  'survey.nobody-home',
  'survey.done',
  'verification.consistent',
  'verification.differs',
  'difference-notice.done',
  'opinion.eligible',
  'notice.objection',
  'notice.no-objection',
  'hand-over.done',
  'confirm.returned',
  'confirm.confirmed',
  'confirm.not-confirmed',
  'refusal.done',
  'grant.done',
  'document.attached',
];

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...kinds).map((kind) => ({ what: 'entry' as const, kind })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('refusal', 'acceptance')
      .map((kind) => ({ what: 'entry' as const, kind: 'letter.served' as const, data: { kind } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('withdrawn', 'granted', 'deceased', 'refused')
      .map((ending) => ({ what: 'entry' as const, kind: 'case.closed' as const, data: { ending } })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Happening>(
      { what: 'entry', kind: 'verification.requested', data: { receivedOn: '2026-12-21' } },
      { what: 'entry', kind: 'verification.requested' },
      { what: 'entry', kind: 'notice.proven', data: { what: 'posting', of: 'publication' } },
      { what: 'entry', kind: 'notice.proven', data: { what: 'posting', of: 'notice' } },
    ),
  },
  { weight: 5, arbitrary: fc.constant({ what: 'ring' as const }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<ExtensionReason>('hard-survey', 'hukou-elsewhere').map((reason) => ({ what: 'extend' as const, reason })),
  },
  { weight: 2, arbitrary: fc.nat(2).map((version) => ({ what: 'calendar' as const, version })) },
);

export const life: fc.Arbitrary<Life> = fc.record({
  mode: fc.constantFrom('delegated', 'county'),
  begins: fc
    .date({ min: new Date('2026-01-05T00:00:00Z'), max: new Date('2026-12-20T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  happenings: fc.array(fc.record({ after: fc.oneof(fc.nat(30), fc.nat(400)), happening }), { minLength: 2, maxLength: 24 }),
});

const published: CalendarNotice[] = Object.entries(nationalCalendar.years).map(([year, { source, holidays }]) => ({
  year: Number(year),
  source,
  holidays: holidays.map(({ name, from, to, workOn }) => ({ name, from, to, workOn: [...workOn] })),
}));
/** An invented year for tests: no notice has announced it. */
export const invented2027: CalendarNotice = {
  year: 2027,
  source: '测试日历（虚构）',
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2027-01-01', to: '2027-01-03', workOn: [] },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2027-02-05', to: '2027-02-11', workOn: ['2027-02-14'] },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2027-05-01', to: '2027-05-05', workOn: [] },
    { name: { zh: '国庆节', en: 'National Day' }, from: '2027-10-01', to: '2027-10-07', workOn: ['2027-09-26'] },
  ],
};
const localDays = [{ name: { zh: '测试假日', en: 'Invented day off' }, from: '2026-06-08', to: '2026-06-12', source: '测试公告（虚构）' }];
const calendars: Calendar[] = [
  nationalCalendar,
  calendarOf([...published, invented2027], 'with-2027'),
  calendarOf(
    [...published.map((year) => (year.year === 2026 ? { ...year, localHolidays: localDays } : year)), invented2027],
    'with-local-days',
  ),
];
export const byVersion = new Map(calendars.map((calendar) => [calendar.version, calendar]));
export const parameters = parametersFor('demo');

export interface Lived {
  frame: CaseFrame;
  entries: PartRow<'ledger'>[];
}

/** Lives a life through: what the office would refuse changes nothing, as a transaction that is rolled back. */
export async function live({ mode, begins, happenings }: Life): Promise<Lived> {
  const writes = new Kept();
  const frame = frameOf(begins);
  let at = Date.parse(begins);
  let calendars = historyTo(0);
  const place = new Place({ calendars });
  for (const { after, happening: one } of happenings) {
    at += after * 3_600_000;
    if (one.what === 'calendar') calendars = historyTo(one.version);
    const instant = new Date(at).toISOString();
    const tx: Ground = {
      at: instant,
      day: dayOf(instant),
      who: systemActor,
      place: place.by({ calendars, emergencies: [], modes: [] }),
      writes,
    };
    await happen(tx, frame, one, mode);
  }
  return { frame, entries: writes.entries };
}

async function happen(tx: Ground, frame: CaseFrame, one: Happening, mode: Life['mode']): Promise<void> {
  try {
    if (one.what === 'ring') ringClocks(tx, frame, (entry) => enter(tx, frame, entry));
    else if (one.what === 'extend') extendDecision(tx, frame, { reason: one.reason }, (entry) => enter(tx, frame, entry));
    // Nothing of it reads the database while no notice hangs.
    else if (one.what === 'calendar') await recomputeLimits(tx as Tx, frame);
    else {
      const before = frame.mode;
      if (one.kind === 'intake.accepted') frame.mode = mode;
      try {
        enter(tx, frame, { kind: one.kind, ...(one.data ? { data: one.data } : {}) });
      } catch (error) {
        frame.mode = before;
        throw error;
      }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The imports up to one of them: which is in force, and all that have been. */
function historyTo(version: number): CalendarHistory {
  const [first] = calendars;
  return { current: calendars[version] ?? nationalCalendar, first: first ?? nationalCalendar, byVersion };
}

class Kept extends Writes {
  readonly entries: PartRow<'ledger'>[] = [];

  constructor() {
    super(0);
  }

  override add<Name extends PartName>(name: Name, row: PartRow<Name>): void {
    if (name === 'ledger') this.entries.push(row as PartRow<'ledger'>);
    super.add(name, row);
  }
}

function frameOf(at: Instant): CaseFrame {
  const frame: Partial<CaseFrame> = {
    id: '0199c0de-0000-7000-8000-000000000001',
    programme: 'subsistence-allowance',
    process: 'subsistence-allowance',
    township: '999901101',
    parameterSet: 'demo',
    mode: null,
    acceptedAt: null,
    closedAt: null,
    lastStepAt: at,
    ledgerHead: emptyHead,
    ledgerCount: 0,
    tasks: [],
    periods: [],
    acts: [],
    clocks: [],
    notices: [],
  };
  return frame as CaseFrame;
}
