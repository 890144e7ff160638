import { type Calendar, changedBetween, clockLimit, type ClockKind, type Instant, type PlainDate, Refusal } from '@zhouji/domain';
import type { Tx } from '../database.ts';

export interface MovingLimit {
  caseId: string;
  receipt: string;
  clock: ClockKind;
  round: number;
  from: PlainDate;
  /** Null when it would lead into a year that is not published. */
  to: PlainDate | null;
}

/** The open limits, of those that the transaction sees, that would end on another day by another calendar. At most `most` are told. */
export async function movingLimits(tx: Tx, calendar: Calendar, most = 200): Promise<{ items: MovingLimit[]; isCut: boolean }> {
  const changed = changedBetween(tx.place.calendar, calendar);
  if (!changed) return { items: [], isCut: false };
  const open = await tx.rows<Omit<MovingLimit, 'to'> & Open>(
    `select k.case_id as "caseId", c.receipt, k.kind as clock, k.round, k.due_on as "from", k.started_on as "startedOn", k.started_at as "startedAt", k.days, k.unit, k.parameter,
       c.parameter_set as "parameterSet"
     from clock k join cases c on c.id = k.case_id
     where k.stopped_at is null and k.due_on >= $1::date and k.started_on < $2::date order by k.due_on, k.case_id, k.kind, k.round`,
    [changed.first, changed.last],
  );
  const items: MovingLimit[] = [];
  for (const { caseId, receipt, clock, round, from, ...limit } of open) {
    const to = dueBy(tx, calendar, limit);
    if (to === from) continue;
    if (items.length === most) return { items, isCut: true };
    items.push({ caseId, receipt, clock, round, from, to });
  }
  return { items, isCut: false };
}

interface Open {
  startedOn: PlainDate;
  startedAt: Instant;
  days: number;
  unit: string;
  parameter: string;
  parameterSet: string;
}

function dueBy(tx: Tx, calendar: Calendar, { startedAt, startedOn, parameterSet, ...length }: Open): PlainDate | null {
  try {
    const parameters = tx.place.parametersOf(parameterSet);
    return clockLimit({ calendar, parameters }, { length, startedAt, startedOn, warnedAsOn: tx.day }).dueOn;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN') return null;
    throw error;
  }
}
