import type { Instant, PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** The case that a transferred one came from or went to; it may lie where the reader may not look. */
export interface LinkedCase {
  caseId: string;
  receipt: string;
  township: string;
}

/** What happened to a case beside its steps. */
export interface SideOfCase {
  from: LinkedCase | null;
  to: LinkedCase | null;
  deceased: { member: string; diedOn: PlainDate }[];
  complaints: { id: string; text: string; at: Instant }[];
}

/** Deaths, complaints, and the township that a case came from or went to. */
export async function sideOf(tx: Tx, caseId: string): Promise<SideOfCase> {
  const [row] = await tx.rows<SideOfCase>(
    `select
       (select jsonb_build_object('caseId', data -> 'case', 'receipt', data -> 'receipt', 'township', data -> 'from')
        from ledger where case_id = c.id and kind = 'case.taken-over' limit 1) as "from",
       (select jsonb_build_object('caseId', data -> 'case', 'receipt', data -> 'receipt', 'township', data -> 'to')
        from ledger where case_id = c.id and kind = 'case.handed-on' limit 1) as "to",
       coalesce((select jsonb_agg(jsonb_build_object('member', d -> 'member', 'diedOn', d -> 'diedOn')) from jsonb_array_elements(c.deceased) d), '[]') as deceased,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'text', p.text, 'at', to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by p.at)
        from complaint p where p.case_id = c.id), '[]') as complaints
     from cases c where c.id = $1`,
    [caseId],
  );
  return row ?? { from: null, to: null, deceased: [], complaints: [] };
}
