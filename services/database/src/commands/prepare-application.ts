import { randomBytes } from 'node:crypto';
import { birthOf, type CallForHelp, type PlainDate, type Programme, reaches, refuse, sexOf } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { newId } from '../uuid.ts';
import { hashOfToken } from './save-draft.ts';

/** An application that the office has begun for somebody, with what it knows of them. */
export interface PreparedApplication {
  id: string;
  programme: Programme;
  township: string;
  /** Where they live, where that is known. */
  village: string | null;
  /** What is known of the applicant; the rest is asked. */
  applicant: { name?: string; idNumber?: string; birth?: string; sex?: 'male' | 'female' };
  phone: string | null;
  persons: number | null;
  /** What happened, in the words in which it was told; and since when. */
  what: string;
  since: PlainDate | null;
  /** The lead, work order or relief that it came from. */
  origin: string;
  /** The case that it was handed in as. */
  caseId: string | null;
}

/**
 * Begins an application for somebody of whom a lead, a work order or a relief tells, so that nothing is typed twice
 * [LAW 39; M57 6]. It is a draft of the office: whoever helps people apply in that township goes on with it.
 */
export async function prepareApplication(
  tx: Tx,
  { call, programme, township, origin }: { call: CallForHelp; programme: Programme; township: string; origin: string },
): Promise<{ draft: string }> {
  const { person, place, what, since = null } = call;
  const { name, idNumber } = person;
  const applicant = {
    ...(name === undefined ? {} : { name }),
    ...(idNumber === undefined ? {} : { idNumber, birth: birthOf(idNumber), sex: sexOf(idNumber) }),
  };
  const village = place.village?.startsWith(township) ? place.village : null;
  const answers = { applicant, village, phone: person.phone ?? null, persons: person.persons ?? null, what, since };
  const draft = newId();
  // Nobody holds a token for it: it is opened by duty, within the fence.
  await tx.rows(
    `insert into draft (id, token_hash, programme, township, answers, version, updated_at, origin) values ($1, $2, $3, $4, $5, 1, $6, $7)`,
    [draft, hashOfToken(randomBytes(24).toString('base64url')), programme, township, JSON.stringify(answers), tx.at, origin],
  );
  return { draft };
}

/**
 * An application that the office has begun. Out of a lead of another village it is none of an aide's.
 *
 * @throws Refusal NOT_FOUND for any other draft
 */
export async function getPrepared(tx: Tx, id: string): Promise<PreparedApplication> {
  if (!isUuid.test(id)) return refuse('NOT_FOUND');
  const [row] = await tx.rows<
    Omit<PreparedApplication, 'applicant' | 'village' | 'phone' | 'persons' | 'what' | 'since'> & { answers: Answers }
  >(`select id, programme, township, answers, origin, case_id as "caseId" from draft where id = $1 and origin is not null`, [id]);
  if (!row) return refuse('NOT_FOUND');
  const [lead] = await tx.rows<{ township: string; village: string }>(
    `select township, village from cases where id = $1 and process = 'lead'`,
    [row.origin],
  );
  if (lead && (tx.who.area === null || !reaches(tx.who.area, lead))) return refuse('NOT_FOUND');
  const { answers, ...draft } = row;
  return { ...draft, ...answers };
}

type Answers = Pick<PreparedApplication, 'applicant' | 'village' | 'phone' | 'persons' | 'what' | 'since'>;

/** The case for which the office has begun a draft; undefined for whatever people typed themselves. */
export async function originOfDraft(tx: Tx, draft: string | undefined): Promise<string | undefined> {
  if (draft === undefined) return undefined;
  const [row] = await tx.rows<{ origin: string | null }>('select origin from draft where id = $1', [draft]);
  return row?.origin ?? undefined;
}
