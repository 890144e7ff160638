import type {
  AidLine,
  AssessmentRow,
  AwardLife,
  CaseFile,
  ClockRow,
  DocumentRow,
  HeldPayment,
  LedgerRow,
  LetterRow,
  ReliefRow,
} from '@zhouji/database';
import {
  clocks,
  dayOf,
  fen,
  formatYuan,
  type Instant,
  letters,
  mayApplicantRead,
  type PlainDate,
  type Stage,
  stages,
  reliefStations,
  trackingStations,
} from '@zhouji/domain';
import type { Tracking } from '../answers/tracking.ts';
import type { Language } from '../language.ts';
import { trackedReliefShown } from './show-relief.ts';
import { askedShown, mayDo } from './show-asked.ts';
import { trackedAidShown } from './show-aid.ts';
import { heldPaymentShown } from './show-held-payment.ts';
import { trackedAwardShown } from './show-tracked-award.ts';
import { decisionShown } from './show-decision.ts';

/** What a tracking answer is made from. */
export interface Followed {
  file: CaseFile;
  /** The award that lives on after the grant, and its own file. */
  award: AwardLife | null;
  /** Expenditure aid that was granted. */
  aid: AidLine | null;
  /** Of a quick relief. */
  relief: ReliefRow | null;
  inPayment: CaseFile | null;
  /** What was planned and paid in all of it. */
  payments: readonly HeldPayment[];
  clocks: readonly ClockRow[];
  letters: readonly LetterRow[];
  documents: readonly DocumentRow[];
  ledger: readonly LedgerRow[];
  assessments: readonly AssessmentRow[];
  day: PlainDate;
}

/** Where an application stands: steps and days, what is asked, what was decided; no address, no number of a person. */
export function trackingShown(followed: Followed, language: Language): Tracking {
  const { file, clocks, letters: issued, documents, assessments, day } = followed;
  const { stage, notice } = file;
  const granted = followed.award?.amounts.at(-1);
  const amount = granted
    ? { monthlyFen: fen(granted.monthlyFen), fromMonth: granted.from, because: granted.because ?? file.award?.because }
    : file.award;
  const running = clocks
    .filter(({ state, stoppedAt }) => state === 'running' || (state === 'missed' && stoppedAt === null))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const because = amount?.because ?? followed.aid?.because ?? (file.ending === 'refused' ? assessments.at(-1)?.result.because : undefined);
  return {
    receipt: file.receipt,
    programme: file.programme,
    stage,
    appliedOn: dayOf(file.appliedAt),
    steps: stepsOf(file, language),
    ...(running[0] ? { nextBy: running[0].dueOn } : {}),
    today: day,
    clocks: running.map((clock) => clockShown(clock, language)),
    notice: notice?.kind === 'notice' ? { id: notice.id, endsOn: notice.endsOn } : null,
    asked: askedShown(followed, language),
    papers: documents.map(({ id, what, name, at }) => ({ id, what, name, on: dayOf(at) })),
    letters: issued.filter(({ kind }) => mayApplicantRead(kind)).map((letter) => letterShown(letter, language)),
    ending: file.ending,
    endedOn: file.closedAt ? dayOf(file.closedAt) : null,
    decision: decisionShown(followed, language),
    ...(amount ? { amount: formatYuan(amount.monthlyFen), from: amount.fromMonth } : {}),
    award: trackedAwardShown(followed.award, language),
    payments: followed.payments.map((payment) => heldPaymentShown(payment, language)),
    aid: followed.aid && trackedAidShown(followed.aid, language),
    relief: trackedReliefShown(followed.relief, language),
    ...(because ? { because: withoutNames(because) } : {}),
    may: mayDo(file, followed.award),
  };
}

function clockShown(
  { kind, startedOn, dueOn, dueAt, unit, days, extendedReason }: ClockRow,
  language: Language,
): Tracking['clocks'][number] {
  const { label, source } = clocks[kind];
  const counted = unit === 'working' || unit === 'working-days' ? 'working' : 'calendar';
  return {
    clock: kind,
    label: label[language],
    startedOn,
    dueOn,
    ...(unit === 'hours' || unit === 'minutes' ? { dueAt } : {}),
    unit: counted,
    days: unit === 'hours' ? Math.ceil(days / 24) : days,
    source,
    ...(extendedReason ? { extended: extendedReason } : {}),
  };
}

function letterShown({ id, kind, number, issuedAt, servedAt }: LetterRow, language: Language): Tracking['letters'][number] {
  return { id, kind, label: letters[kind].label[language], number, issuedOn: dayOf(issuedAt), servedOn: servedAt ? dayOf(servedAt) : null };
}

/** The trees of an amount as anybody with the receipt may see them: whose income or top-up it is stays in the letter. */
function withoutNames(because: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(because, (key, value: unknown) => (key === 'member' ? undefined : value))) as Record<string, unknown>;
}

function stepsOf(file: CaseFile, language: Language): Tracking['steps'] {
  const { stage } = file;
  const days = daysOf(file);
  const own = file.process === 'quick-relief' ? reliefStations : trackingStations;
  const now = own.findIndex((station) => station.stages.includes(stage));
  return own.flatMap(({ step, label }, place): Tracking['steps'] => {
    // Only aid that is given once is paid before its case ends.
    if (step === 'paying' && file.process !== 'expenditure-aid') return [];
    const on = days[step];
    if (stage === 'closed') return on === undefined ? [] : [{ step, label: label[language], state: 'done', on }];
    if (place > now) return [{ step, label: label[language], state: 'ahead' }];
    const at = on === undefined ? {} : { on };
    return place === now
      ? [{ step, label: stages[stage].label[language], state: 'now', ...at }]
      : [{ step, label: label[language], state: 'done', ...at }];
  });
}

/** The day on which each station was reached. */
function daysOf({ appliedAt, closedAt, tasks, periods }: CaseFile): Partial<Record<Stage, string>> {
  const opened = (...kinds: string[]) => earliest(tasks.filter(({ kind }) => kinds.includes(kind)).map(({ openedAt }) => openedAt));
  const reached: Partial<Record<Stage, Instant | undefined>> = {
    received: appliedAt,
    surveying: opened('survey', 'verification', 'spending-check'),
    reviewing: opened('opinion'),
    'on-notice': earliest(periods.filter(({ kind }) => kind !== 'payment' && kind !== 'instalment').map(({ startsAt }) => startsAt)),
    paying: earliest(periods.filter(({ kind }) => kind === 'payment').map(({ startsAt }) => startsAt)),
    confirming: opened('confirm', 'county-visit'),
    relieving: opened('relief', 'payout'),
    'completing-file': opened('paperwork', 'follow-up'),
    closed: closedAt ?? undefined,
  };
  return Object.fromEntries(Object.entries(reached).flatMap(([step, at]) => (at ? [[step, dayOf(at)]] : [])));
}

function earliest(instants: Instant[]): Instant | undefined {
  return instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}
