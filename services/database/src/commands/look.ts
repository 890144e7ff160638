import {
  type CaseEnding,
  type Instant,
  isTaskKind,
  type LedgerKind,
  passedOutcome,
  type PeriodKind,
  periodRow,
  taskRow,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { closeCase } from '../record/close-case.ts';
import { nextRing, ringClocks } from '../record/clocks.ts';
import { taskDueOn } from '../record/due-on.ts';
import { endPeriod } from '../record/end-period.ts';
import { enter } from '../record/enter.ts';
import { lengthenReview } from '../record/lengthen-review.ts';
import { lockCase } from '../record/lock-case.ts';
import { nextOfRecognition } from '../record/recognition.ts';
import { removeNotices } from '../record/remove-notices.ts';
import { saveCase } from '../record/save-case.ts';
import { settledOf } from '../record/settled-of.ts';
import type { Seen, Step } from '../record/step.ts';
import { visitOwed } from '../record/visit-owed.ts';
import { newId } from '../uuid.ts';
import { acts, isActKind } from './acts/index.ts';
import { openPeriod } from './open-period.ts';
import { remindReceiver } from './referral/remind-receiver.ts';
import { ringRecognition } from './ring-recognition.ts';

const LEAST_WAIT_MS = 1000;

/**
 * The one idempotent step of a process: opens what the statute wants and is not there, carries acts out, ends periods
 * and rings clocks that are due, closes the case when the statute has ended, and tells all that is recorded. Done twice
 * it does nothing the second time.
 *
 * @throws Refusal NOT_FOUND; CALENDAR_UNKNOWN and PARAMETER_UNKNOWN when a step cannot be worked out on the day
 */
export async function look(tx: Tx, { caseId, wanted, ended }: { caseId: string; wanted: Step[]; ended?: CaseEnding }): Promise<Seen> {
  const frame = await lockCase(tx, { caseId });
  const before = { steps: countSteps(frame), settled: settledOf(frame).length, wakeAt: frame.wakeAt, closedAt: frame.closedAt };
  endPeriods(tx, frame);
  ringClocks(tx, frame, (entry) => enter(tx, frame, entry));
  if (frame.closedAt) await ringRecognition(tx, frame);
  if (!frame.closedAt) {
    for (const step of [...wanted, ...visitOwed(frame)]) await openStep(tx, frame, step);
    endPeriods(tx, frame);
    if (ended) closeCase(tx, frame, ended, { byOffice: true });
  }
  const reminder = frame.process === 'referral' ? await remindReceiver(tx, frame) : undefined;
  frame.wakeAt = nextInstant(frame, reminder);
  const settled = settledOf(frame);
  const opened = countSteps(frame) - before.steps;
  if (opened > 0 || settled.length > before.settled || frame.wakeAt !== before.wakeAt || frame.closedAt !== before.closedAt)
    saveCase(tx, frame);
  return {
    outcomes: settled,
    ...(frame.ending ? { exit: frame.ending } : {}),
    ...(frame.wakeAt ? { wakeIn: Math.max(LEAST_WAIT_MS, Date.parse(frame.wakeAt) - Date.parse(tx.at)) } : {}),
    opened,
    settled: settled.length - before.settled,
  };
}

async function openStep(tx: Tx, frame: CaseFrame, { step, kind, round }: Step): Promise<void> {
  if (isThere(frame, { step, kind, round })) return;
  if (step === 'task') return openTask(tx, frame, kind, round);
  if (step === 'period') return openPeriod(tx, frame, kind as PeriodKind, round);
  if (!isActKind(kind)) throw new Error(`the domain knows no act "${kind}"`);
  const outcome = await acts[kind](tx, frame, round);
  const act = { caseId: frame.id, township: frame.township, kind, round, doneAt: tx.at, outcome };
  frame.acts.push(act);
  tx.writes.add('act', act);
  enter(tx, frame, { kind: `${kind}.${outcome}` as LedgerKind, round, byOffice: true });
}

function isThere(frame: CaseFrame, { step, kind, round }: Step): boolean {
  const steps = step === 'task' ? frame.tasks : step === 'period' ? frame.periods : frame.acts;
  return steps.some((known) => known.kind === kind && known.round === round);
}

function openTask(tx: Tx, frame: CaseFrame, kind: string, round: number): void {
  if (!isTaskKind(kind)) throw new Error(`the domain knows no task "${kind}"`);
  const row = taskRow(kind);
  const isCounty = frame.mode === 'county';
  const passed = passedOutcome(row, round, frame.tasks);
  const task = {
    caseId: frame.id,
    township: frame.township,
    id: newId(),
    kind: kind,
    round,
    duty: (isCounty && row.dutyInCountyMode) || row.duty,
    openedAt: tx.at,
    dueOn: passed === undefined ? taskDueOn(tx, frame, kind, tx.day) : null,
    version: 1,
    outcome: passed ?? null,
    outcomeData: null,
    givenBy: null,
    givenByName: null,
    givenAt: passed === undefined ? null : tx.at,
    closedAt: passed === undefined ? null : tx.at,
  };
  frame.tasks.push(task);
  tx.writes.add('task', task);
  tx.writes.touch(frame);
  if (passed !== undefined) enter(tx, frame, { kind: 'step.passed', round, data: { task: kind, outcome: passed }, byOffice: true });
}

/** M57 19 — A period that has passed ends as the table of the domain says; the notice comes down. */
function endPeriods(tx: Tx, frame: CaseFrame): void {
  for (const period of frame.periods) {
    if (period.outcome !== null || frame.closedAt || !period.endsAt || Date.parse(period.endsAt) > Date.parse(tx.at)) continue;
    const { ends } = periodRow(period.kind as PeriodKind);
    if (ends === null || lengthenReview(tx, frame, period)) continue;
    endPeriod(tx, frame, period, ends, { byOffice: true });
    removeNotices(tx, frame, 'notice');
  }
}

function nextInstant(frame: CaseFrame, reminder: Instant | undefined): Instant | null {
  const ends = frame.closedAt ? [] : frame.periods.filter(({ outcome }) => outcome === null).map(({ endsAt }) => endsAt);
  const instants = [nextRing(frame), nextOfRecognition(frame), reminder, ...ends].filter(
    (instant) => instant !== undefined && instant !== null,
  );
  const next = instants.reduce<number>((least, instant) => Math.min(least, Date.parse(instant)), Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? new Date(next).toISOString() : null;
}

function countSteps({ tasks, periods: stretches, acts: done }: CaseFrame): number {
  return tasks.length + stretches.length + done.length;
}
