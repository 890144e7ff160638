import type { Fen, HardshipKind, Instant, PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { townshipsFor } from './find-tasks.ts';

/** Expenditure aid that was granted. */
export interface AidLine {
  caseId: string;
  receipt: string;
  township: string;
  village: string;
  applicantName: string;
  reason: HardshipKind;
  member: string | null;
  amountFen: Fen;
  decider: 'township' | 'county';
  decidedOn: PlainDate;
  isSpecial: boolean;
  grantedAt: Instant;
  /** When it was filed with the county, where the township decided. */
  filedAt: Instant | null;
  /** The trees of the assessment that it rests on. */
  because: unknown;
  stages: AidStageLine[];
}

/** An instalment, and what became of its payment; null while it is not ordered. */
export interface AidStageLine {
  stage: number;
  fen: Fen;
  on: PlainDate;
  state: string | null;
}

export interface AidFilter {
  townships?: readonly string[];
  decider?: 'township' | 'county';
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

/** A page of granted aid, newest first; `next` continues it. */
export async function findAids(
  tx: Tx,
  { decider, cursor, limit = 50, ...filter }: AidFilter,
): Promise<{ items: AidLine[]; next: string | null }> {
  const most = Math.min(limit, 200);
  const rows = await tx.rows<AidLine>(
    `${select} where a.township = any ($1::text[]) and ($2::text is null or a.decider = $2) and ($3::uuid is null or a.case_id < $3::uuid)
     order by a.case_id desc limit $4`,
    [await townshipsFor(tx, filter), decider ?? null, cursor !== undefined && isUuid.test(cursor) ? cursor : null, most + 1],
  );
  const page = rows.slice(0, most);
  return { items: page, next: rows.length > most ? (page.at(-1)?.caseId ?? null) : null };
}

/** The aid that a case ended with; undefined when it has none. */
export async function findAid(tx: Tx, caseId: string): Promise<AidLine | undefined> {
  const [row] = await tx.rows<AidLine>(`${select} where a.case_id = $1`, [caseId]);
  return row;
}

const select = `select a.case_id as "caseId", c.receipt, a.township, c.village, c.applicant_name as "applicantName", a.reason, a.member,
    a.amount_fen::float8 as "amountFen", a.decider, a.decided_on::text as "decidedOn", a.is_special as "isSpecial", a.granted_at as "grantedAt", a.filed_at as "filedAt", a.because,
    (select jsonb_agg(jsonb_build_object('stage', s.stage, 'fen', s.fen, 'on', s.on_day, 'state',
       (select i.state from pay_intent i where i.case_id = s.case_id and i.occasion = s.stage::text order by i.attempt desc limit 1)) order by s.stage)
     from aid_stage s where s.case_id = a.case_id) as stages
  from aid a join cases c on c.id = a.case_id`;
