import { checkIdNumber, type CaseEnding, type Instant, type ProcessName, processNames, type Programme } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { townshipsFor } from './find-tasks.ts';

export interface FoundCase {
  id: string;
  receipt: string;
  programme: Programme;
  process: ProcessName;
  township: string;
  village: string;
  applicantName: string;
  appliedAt: Instant;
  closedAt: Instant | null;
  ending: CaseEnding | null;
}

/** Work orders are found on their own page: who reported may be sealed. */
const searched = processNames.filter((name) => name !== 'work-order');

/**
 * The cases of one's own area that somebody asks for by what is at hand: the number on the receipt, the whole ID number of
 * anybody in the household, or two characters or more of the applicant's name. Open ones first, then the newest.
 */
export async function searchCases(tx: Tx, asked: string, most = 20): Promise<FoundCase[]> {
  const typed = asked.normalize('NFKC').replace(/\s/g, '');
  const code = typed.toUpperCase();
  const number = /^([A-Z]{2}\d{2})-?([0-9A-Z]{8})$/.exec(code);
  if (number) return readFound(tx, `c.receipt = $3`, `${number[1]}-${number[2]}`, most);
  if (checkIdNumber(code) === undefined) return readFound(tx, `c.people @> array[$3::text]`, `id:${code}`, most);
  return [...typed].length < 2 ? [] : readFound(tx, `strpos(c.applicant_name, $3) > 0`, typed, most);
}

async function readFound(tx: Tx, is: string, text: string, most: number): Promise<FoundCase[]> {
  return tx.rows<FoundCase>(
    `select c.id, c.receipt, c.programme, c.process, c.township, c.village, c.applicant_name as "applicantName",
       c.applied_at as "appliedAt", c.closed_at as "closedAt", c.ending
     from cases c
     where c.township = any ($1::text[]) and c.process = any ($2::text[]) and ${is}
     order by c.closed_at is not null, c.id desc limit $4`,
    [await townshipsFor(tx, {}), searched, text, most],
  );
}
