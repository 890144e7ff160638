import { type CallForHelp, checkIdNumber, refuse, fieldFaults } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { lockCase } from '../../record/lock-case.ts';
import { earlierReliefs, repeatDaysOf } from '../../queries/relief-file.ts';
import { sorted } from '../../record/people-of.ts';
import { reliefKeys } from '../../record/relief-keys.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { saveCase } from '../../record/save-case.ts';
import { audit } from '../audit.ts';

/** Who it was, as far as it is known now. What is left out stays as it was. */
export interface Identity {
  name?: string;
  idNumber?: string;
  phone?: string;
  address?: string;
}

/**
 * Enters who the people of a relief are, whenever that becomes known [TA2018 2(2)]: before or after they were helped. What
 * was entered before is not taken away, only put right; the ledger keeps each version.
 *
 * @throws Refusal NOT_FOUND, CASE_CLOSED, FIELDS_REFUSED (an ID number that is none)
 */
export async function identify(tx: Tx, { caseId, ...identity }: Identity & { caseId: string }): Promise<CaseFrame> {
  const frame = await lockCase(tx, { caseId });
  const relief = await reliefOf(tx, caseId);
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  requireIdNumber(identity.idNumber);
  const call = withIdentity(relief.call, identity);
  const { name = null, idNumber = null } = call.person;
  const keys = sorted([...relief.keys, ...reliefKeys(call)]);
  await tx.rows('update relief set call = $2::jsonb, keys = $3, name = $4, id_number = $5, is_repeat = $6 where case_id = $1', [
    ...[caseId, JSON.stringify(call), keys, name, idNumber],
    (await earlierReliefs(tx, { ...relief, keys }, repeatDaysOf(tx, frame.parameterSet))).length > 0,
  ]);
  if (name !== null) frame.applicantName = name;
  if (idNumber !== null) {
    frame.applicantIdLast4 = idNumber.slice(-4);
    frame.idNumbers = sorted([...frame.idNumbers, idNumber]);
    frame.people = sorted([...frame.people, `id:${idNumber}`]);
  }
  // The number itself stands with the relief; ledger and audit are read by more people.
  enter(tx, frame, { kind: 'relief.identified', data: { name, ...(idNumber === null ? {} : { lastFour: idNumber.slice(-4) }) } });
  audit(tx, { action: 'identify', township: frame.township, caseId, data: { hasIdNumber: idNumber !== null } });
  saveCase(tx, frame);
  return frame;
}

function requireIdNumber(idNumber: string | undefined): void {
  const fault = idNumber === undefined ? undefined : checkIdNumber(idNumber);
  if (fault) refuse('FIELDS_REFUSED', { errors: [{ path: '/idNumber', code: fault, message: fieldFaults['id-number-wrong'] }] });
}

function withIdentity(call: CallForHelp, { name, idNumber, phone, address }: Identity): CallForHelp {
  return {
    ...call,
    person: { ...call.person, ...(name && { name }), ...(idNumber && { idNumber }), ...(phone && { phone }) },
    place: { ...call.place, ...(address && { address }) },
  };
}
