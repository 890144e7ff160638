import { type CallForHelp, type Instant, refuse, unidentified } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { giveFollowCode } from '../../record/follow-code.ts';
import { reliefKeys } from '../../record/relief-keys.ts';
import { earlierReliefs, repeatDaysOf } from '../../queries/relief-file.ts';
import { beginCase } from '../begin-case.ts';

export interface NewRelief {
  call: CallForHelp;
  /** Where the hardship is [LAW 37]. */
  township: string;
  /** The work order, lead or application that it came from. */
  origin?: string;
  /** When the call was logged; left out: now. */
  at?: Instant;
  /** The account of whoever asked for themselves. */
  appliedBy?: string | null;
}

/**
 * Opens a small quick relief where the hardship is [LAW 37, 50]. Nobody is asked where they are registered or what they own.
 * Its limits run from the moment at which the call was logged. Whose ID number nobody knows gets a code to follow it by.
 *
 * @throws Refusal NOT_FOUND (no such township inside the fence, or no such village in it), CALL_IN_FUTURE
 */
export async function openRelief(tx: Tx, { call, township, origin, at = tx.at, appliedBy = null }: NewRelief): Promise<CaseFrame> {
  const loggedAt = new Date(at).toISOString();
  if (Date.parse(loggedAt) > Date.parse(tx.at)) refuse('CALL_IN_FUTURE', { at: loggedAt });
  const { person, place } = call;
  const frame = await beginCase(tx, {
    process: 'quick-relief',
    township,
    ...(place.village === undefined ? {} : { village: place.village }),
    name: person.name ?? unidentified.zh,
    idNumbers: person.idNumber === undefined ? [] : [person.idNumber],
    ...(origin === undefined ? {} : { origin }),
    appliedAt: loggedAt,
    appliedBy,
    enterAs: 'relief.logged',
    data: { loggedAt, ...(origin === undefined ? {} : { origin }) },
  });
  const keys = reliefKeys(call);
  await tx.rows(
    `insert into relief (case_id, township, logged_at, call, keys, name, id_number, persons, is_repeat) values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9)`,
    [
      ...[frame.id, township, loggedAt, JSON.stringify(call), keys, person.name ?? null, person.idNumber ?? null, person.persons ?? null],
      (await earlierReliefs(tx, { caseId: frame.id, keys, loggedAt }, repeatDaysOf(tx, frame.parameterSet))).length > 0,
    ],
  );
  if (person.idNumber === undefined) await giveFollowCode(tx, frame);
  return frame;
}
