import type { AwardAmountKind, AwardState, CaseEnding, Fen, Month, PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** The life of an award. */
export interface AwardLife {
  caseId: string;
  number: string;
  state: AwardState;
  ending: CaseEnding | null;
  /** In the order in which they were decided; the last is in force or next to come. */
  amounts: { from: Month; monthlyFen: Fen; kind: AwardAmountKind; reason: string; because: unknown }[];
  /** The last day of the interval before the next review; null while one is under way, and after the end. */
  nextReviewOn: PlainDate | null;
  /** The last day of the gradual exit that runs; the recipient is heard and the stop decided before it. */
  exitsOn: PlainDate | null;
  /** What was put on a list to be paid, by month. */
  entitlements: { month: Month; fen: Fen }[];
  workRefusals: { member: string; offeredOn: PlainDate; offer: string; hasGoodReason: boolean; reason: string }[];
}

/** The award that lives on after a granted case, or that this case is; null where there is none. */
export async function awardOf(tx: Tx, caseId: string): Promise<AwardLife | null> {
  const [row] = await tx.rows<AwardLife>(query, [caseId]);
  return row ?? null;
}

/** How an award of the alias `a` stands. */
export const awardState = `case when a.closed_at is not null then 'stopped'
  when exists (select from clock k where k.case_id = a.id and k.kind = 'exit-end' and k.stopped_at is null)
    or exists (select from period p where p.case_id = a.id and p.kind = 'gradual-exit' and p.outcome is null and p.ended_at is null) then 'gradual-exit'
  else 'active' end`;

const runningEnd = (kind: string) =>
  `(select max(p.ends_on) from period p where p.case_id = a.id and p.kind = '${kind}' and p.outcome is null and p.ended_at is null)`;

const query = `
  select a.id as "caseId", a.receipt as number, a.ending, ${awardState} as state,
    ${runningEnd('review-interval')} as "nextReviewOn", coalesce(
      (select max(k.due_on) from clock k where k.case_id = a.id and k.kind = 'exit-end' and k.stopped_at is null), ${runningEnd('gradual-exit')}) as "exitsOn",
    coalesce((select json_agg(json_build_object('from', m.from_month, 'monthlyFen', m.monthly_fen, 'kind', m.kind, 'reason', m.reason, 'because', m.because)
      order by m.number) from award_amount m where m.case_id = a.id), '[]') as amounts,
    coalesce((select json_agg(json_build_object('month', e.month, 'fen', e.fen) order by e.month) from entitlement e where e.case_id = a.id), '[]') as entitlements,
    coalesce((select json_agg(json_build_object('member', w.member, 'offeredOn', w.offered_on, 'offer', w.offer, 'hasGoodReason', w.has_good_reason, 'reason', w.reason)
      order by w.number) from work_refusal w where w.case_id = a.id), '[]') as "workRefusals"
  from cases a where a.process = 'subsistence-award' and (a.id = $1 or a.origin = $1)`;
