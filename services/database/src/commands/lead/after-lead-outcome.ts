import { leadFindingOf, type Urgency } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { leadOf } from '../../record/lead-of.ts';
import { lockCase } from '../../record/lock-case.ts';
import { sorted } from '../../record/people-of.ts';
import { saveCase } from '../../record/save-case.ts';
import { caseOf } from './fit-lead.ts';

type Data = Record<string, unknown>;

/** What an outcome of a lead brings with it besides its own entry: how urgent it is, who it is about, what was found. */
export async function afterLeadOutcome(tx: Tx, frame: CaseFrame, task: TaskRecord, data: Data): Promise<void> {
  const step = `${task.kind}.${task.outcome}`;
  if (step === 'lead-receipt.taken-on' && data['urgency'] !== undefined) await setUrgency(tx, frame, data['urgency'] as Urgency);
  if (step === 'lead-receipt.merged') await join(tx, frame, data);
  if (step === 'lead-contact.met') await keepMet(tx, frame, data);
  if (task.kind === 'lead-path') {
    await tx.rows('update lead set found = $2 where case_id = $1', [frame.id, leadFindingOf(task.outcome ?? '', data)]);
  }
}

/** LAW 50 — An emergency that only the receipt has shown to be one: its short limit runs from then on. */
async function setUrgency(tx: Tx, frame: CaseFrame, urgency: Urgency): Promise<void> {
  const before = (await leadOf(tx, frame.id)).urgency;
  if (before === urgency) return;
  await tx.rows('update lead set urgency = $2 where case_id = $1', [frame.id, urgency]);
  if (urgency === 'emergency') {
    enter(tx, frame, { kind: 'lead.emergency' });
    saveCase(tx, frame);
  }
}

/** Whoever follows the first lead sees that it was reported once more. */
async function join(tx: Tx, frame: CaseFrame, data: Data): Promise<void> {
  const caseId = await caseOf(tx, data, { processes: ['lead'], but: frame.id, refusal: 'LEAD_UNKNOWN' });
  const first = await lockCase(tx, { caseId });
  enter(tx, first, { kind: 'lead.joined', data: { receipt: frame.receipt, case: frame.id } });
  saveCase(tx, first);
}

/** From then on the case bears the name of the person, and is found by their ID number. */
async function keepMet(tx: Tx, frame: CaseFrame, { means, metOn, finding, name, idNumber }: Data): Promise<void> {
  const met = { means, metOn, finding, ...(name === undefined ? {} : { name }), ...(idNumber === undefined ? {} : { idNumber }) };
  await tx.rows('update lead set met = $2::jsonb where case_id = $1', [frame.id, JSON.stringify(met)]);
  if (typeof name === 'string') frame.applicantName = name;
  if (typeof idNumber === 'string') {
    Object.assign(frame, {
      applicantIdLast4: idNumber.slice(-4),
      idNumbers: sorted([...frame.idNumbers, idNumber]),
      people: sorted([...frame.people, `id:${idNumber}`]),
    });
  }
  saveCase(tx, frame);
}
