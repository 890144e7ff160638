import { type Consent, mayPass, type Passed, type Programme, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { getReceiver } from '../../queries/receivers.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { lockCase } from '../../record/lock-case.ts';
import { beginCase } from '../begin-case.ts';

export interface NewReferral {
  /** The id of the receiver, in the county of the township. */
  receiver: string;
  /** What is asked of it. */
  what: string;
  /** Thing by thing, what of the person's data goes with it; nothing else does. */
  passed?: Passed[];
  /** Needed as soon as something is passed on. */
  consent?: Consent;
  /** The case that it is about: place and person are taken from it. */
  origin?: string;
  /** Where there is no case yet: where, and about whom. */
  about?: { township: string; village?: string; name: string; idNumber?: string };
  /** Decided by a meeting, and to be carried out. */
  isMeasure?: boolean;
}

/**
 * Passes something on to the department or charity whose it is [LAW 64; OP2020 23]. What the receiver sees of the person is
 * what `passed` lists, and nothing goes without consent.
 *
 * @throws Refusal NO_SUCH_RECEIVER, CONSENT_NEEDED, NOT_FOUND (no such case or township inside the fence), CALENDAR_UNKNOWN
 */
export async function openReferral(
  tx: Tx,
  { receiver, what, passed = [], consent, origin, about, isMeasure = false }: NewReferral,
): Promise<CaseFrame> {
  if (!mayPass(passed, consent)) refuse('CONSENT_NEEDED', { things: passed.map(({ thing }) => thing) });
  if (consent && consent.on > tx.day) refuse('CONSENT_NEEDED', { on: consent.on });
  const source = origin === undefined ? undefined : await lockCase(tx, { caseId: origin });
  const place = source ?? about ?? refuse('NOT_FOUND');
  const { id } = await getReceiver(tx, { id: receiver, county: place.township.slice(0, 6) });
  const frame = await beginCase(insideOf(tx, source), {
    process: 'referral',
    programme: programmeOf(source),
    township: place.township,
    ...(place.village === undefined ? {} : { village: place.village }),
    name: source?.applicantName ?? about?.name ?? '',
    idNumbers: source?.idNumbers ?? (about?.idNumber === undefined ? [] : [about.idNumber]),
    ...(origin === undefined ? {} : { origin }),
    appliedBy: null,
    enterAs: 'referral.opened',
    data: { receiver: id, things: passed.map(({ thing }) => thing), isMeasure, ...(origin === undefined ? {} : { origin }) },
  });
  await tx.rows(
    `insert into referral (case_id, township, receiver, what, passed, consent, is_measure, opened_by, opened_by_name, opened_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10)`,
    [
      ...[frame.id, frame.township, id, what, JSON.stringify(passed), consent ? JSON.stringify(consent) : null, isMeasure],
      ...[tx.who.account, tx.who.name, tx.at],
    ],
  );
  return frame;
}

function programmeOf(source: CaseFrame | undefined): Programme {
  return source?.programme ?? 'hotline';
}

/** Whoever holds a case of a township may have something follow from it there, also a department that answers for it alone. */
function insideOf(tx: Tx, source: CaseFrame | undefined): Tx {
  const { townships } = tx.who;
  if (!source || townships === '*' || townships.includes(source.township)) return tx;
  return { ...tx, who: { ...tx.who, townships: [...townships, source.township] } };
}
