import {
  type AwardState,
  type CaseEnding,
  type Fen,
  type Instant,
  type Month,
  type PlainDate,
  type Programme,
  refuse,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { awardState } from './award-of.ts';
import { townshipsFor } from './find-tasks.ts';

export interface AwardLine {
  caseId: string;
  number: string;
  origin: string;
  programme: Programme;
  township: string;
  village: string;
  recipient: string;
  openedAt: Instant;
  state: AwardState;
  ending: CaseEnding | null;
  /** The amount in force or next to come. */
  monthlyFen: Fen;
  from: Month;
  nextReviewOn: PlainDate | null;
  /** A review, a hearing or a decision waits to be done. */
  underReview: boolean;
}

export interface AwardFilter {
  townships?: readonly string[];
  state?: AwardState;
  /** Beginning of the recipient's name, or the number. */
  text?: string;
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

/** A page of awards, newest first; `next` continues it. @throws Refusal MALFORMED */
export async function findAwards(
  tx: Tx,
  { state, text, cursor, limit = 50, ...filter }: AwardFilter,
): Promise<{ items: AwardLine[]; next: string | null }> {
  if (cursor !== undefined && !isUuid.test(cursor)) return refuse('MALFORMED', { cursor });
  const most = Math.min(limit, 200);
  const items = await tx.rows<AwardLine>(
    `select l.*, m.monthly_fen::float8 as "monthlyFen", m.from_month as "from",
       (select max(p.ends_on) from period p where p.case_id = l."caseId" and p.kind = 'review-interval' and p.outcome is null and p.ended_at is null) as "nextReviewOn",
       exists (select from task t where t.case_id = l."caseId" and t.closed_at is null) as "underReview"
     from (
       select a.id as "caseId", a.receipt as number, a.origin, a.programme, a.township, a.village, a.applicant_name as recipient,
         a.applied_at as "openedAt", a.ending, ${awardState} as state
       from cases a
       where a.process = 'subsistence-award' and a.township = any ($1::text[]) and ($2::uuid is null or a.id < $2::uuid)
         and ($3::text is null or ${awardState} = $3)
         and ($4::text is null or starts_with(a.applicant_name, $4) or a.receipt = upper($4))
       order by a.id desc limit $5) l
     cross join lateral (select monthly_fen, from_month from award_amount m where m.case_id = l."caseId" order by m.number desc limit 1) m
     order by l."caseId" desc`,
    [await townshipsFor(tx, filter), cursor ?? null, state ?? null, text?.trim() || null, most + 1],
  );
  const page = items.slice(0, most);
  return { items: page, next: items.length > most ? (page.at(-1)?.caseId ?? null) : null };
}
