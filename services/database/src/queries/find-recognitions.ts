import {
  type Instant,
  type PlainDate,
  type RecognisedProgramme,
  type RecognitionEnd,
  type RecognitionState,
  recognitionStateOn,
} from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { townshipsFor } from './find-tasks.ts';

/** A household that is or was recognised. */
export interface RecognitionLine {
  caseId: string;
  receipt: string;
  programme: RecognisedProgramme;
  township: string;
  village: string;
  applicantName: string;
  fromDay: PlainDate;
  untilDay: PlainDate | null;
  reviewDay: PlainDate | null;
  remindDay: PlainDate;
  recognisedAt: Instant;
  endedAt: Instant | null;
  endReason: RecognitionEnd | null;
  state: RecognitionState;
}

export interface RecognitionFilter {
  townships?: readonly string[];
  programme?: RecognisedProgramme;
  cursor?: string;
  /** At most 200. */
  limit?: number;
}

/** A page of recognitions, newest first; `next` continues it. */
export async function findRecognitions(
  tx: Tx,
  { programme, cursor, limit = 50, ...filter }: RecognitionFilter,
): Promise<{ items: RecognitionLine[]; next: string | null }> {
  const most = Math.min(limit, 200);
  const rows = await tx.rows<Omit<RecognitionLine, 'state'>>(
    `${select} where r.township = any ($1::text[]) and ($2::text is null or r.programme = $2) and ($3::uuid is null or r.case_id < $3::uuid)
     order by r.case_id desc limit $4`,
    [await townshipsFor(tx, filter), programme ?? null, cursor !== undefined && isUuid.test(cursor) ? cursor : null, most + 1],
  );
  const page = rows.slice(0, most).map((row) => withState(tx, row));
  return { items: page, next: rows.length > most ? (page.at(-1)?.caseId ?? null) : null };
}

/** The recognition that a case ended with; undefined when it has none. */
export async function findRecognition(tx: Tx, caseId: string): Promise<RecognitionLine | undefined> {
  const [row] = await tx.rows<Omit<RecognitionLine, 'state'>>(`${select} where r.case_id = $1`, [caseId]);
  return row && withState(tx, row);
}

const select = `select r.case_id as "caseId", c.receipt, r.programme, r.township, c.village, c.applicant_name as "applicantName", r.from_day::text as "fromDay",
  r.until_day::text as "untilDay", r.review_day::text as "reviewDay", r.remind_day::text as "remindDay", r.recognised_at as "recognisedAt",
  r.ended_at as "endedAt", r.end_reason as "endReason" from recognition r join cases c on c.id = r.case_id`;

function withState(tx: Tx, row: Omit<RecognitionLine, 'state'>): RecognitionLine {
  return { ...row, state: recognitionStateOn({ ...row, isEnded: row.endedAt !== null }, tx.day) };
}
