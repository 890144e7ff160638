import { type Fen, type Instant, type Month, type Programme, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { townshipsFor } from './find-tasks.ts';

export interface PayListRow {
  id: string;
  township: string;
  programme: Programme;
  month: Month;
  lines: number;
  sumFen: Fen;
  madeByName: string;
  madeAt: Instant;
}

/** One month of one award on a list; an earlier month than that of the list is paid with it, because it was decided later. */
export interface PayLine {
  caseId: string;
  number: string;
  recipient: string;
  village: string;
  month: Month;
  fen: Fen;
}

const columns = `id, township, programme, month, lines, sum_fen::float8 as "sumFen", made_by_name as "madeByName", made_at as "madeAt"`;

/** The lists of a month, or all: the newest month first, at most 500. */
export async function payListsOf(tx: Tx, { month, townships }: { month?: Month; townships?: readonly string[] }): Promise<PayListRow[]> {
  return tx.rows<PayListRow>(
    `select ${columns} from pay_list where township = any ($1::text[]) and ($2::text is null or month = $2)
     order by month desc, township, programme limit 500`,
    [await townshipsFor(tx, townships ? { townships } : {}), month ?? null],
  );
}

/** A list with its lines, and how many of them no payment stands behind. @throws Refusal NOT_FOUND */
export async function getPayList(tx: Tx, id: string): Promise<PayListRow & { items: PayLine[]; unplanned: number }> {
  const [list] = isUuid.test(id) ? await tx.rows<PayListRow>(`select ${columns} from pay_list where id = $1`, [id]) : [];
  if (!list) return refuse('NOT_FOUND');
  const items = await tx.rows<PayLine>(
    `select e.case_id as "caseId", c.receipt as number, e.recipient, c.village, e.month, e.fen::float8 as fen
     from entitlement e join cases c on c.id = e.case_id where e.pay_list_id = $1 order by c.village, c.receipt, e.month`,
    [id],
  );
  const [row] = await tx.rows<{ unplanned: number }>(
    `select count(*)::int as unplanned from entitlement e where e.pay_list_id = $1
       and not exists (select from pay_intent i where i.case_id = e.case_id and i.kind = 'money' and i.occasion = e.month)`,
    [id],
  );
  return { ...list, items, unplanned: row?.unplanned ?? 0 };
}
