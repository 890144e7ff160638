import { checkIdNumber, dayOf, idNumberFaultLabels, processesFrom, programmes, type Programme, refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { getReceiver } from '../../queries/receivers.ts';
import { leadOf } from '../../record/lead-of.ts';
import { destinationOf, requireDestination } from '../pass-on.ts';

type Data = Record<string, unknown>;

/**
 * Whether what goes with an outcome of a lead fits; gives it back.
 *
 * @throws Refusal TRANSFER_NOWHERE, LEAD_UNKNOWN, AWARD_UNKNOWN, APPLICATION_UNKNOWN, PROGRAMME_NOT_OFFERED, NO_SUCH_RECEIVER, DAY_IMPOSSIBLE, FIELDS_REFUSED
 */
export async function fitLead<Given extends Data>(
  tx: Tx,
  frame: CaseFrame,
  task: TaskRecord,
  { outcome, data }: { outcome: string; data: Given },
): Promise<Given> {
  await requireDays(tx, frame, data);
  switch (`${task.kind}.${outcome}`) {
    case 'lead-receipt.passed-on':
      await requireDestination(tx, frame, destinationOf(data));
      break;
    case 'lead-receipt.merged':
      await caseOf(tx, data, { processes: ['lead'], but: frame.id, refusal: 'LEAD_UNKNOWN' });
      break;
    case 'lead-contact.met':
      requireIdNumber(data);
      break;
    case 'lead-path.application':
      if (programmes[data['programme'] as Programme].process === null) refuse('PROGRAMME_NOT_OFFERED', { programme: data['programme'] });
      break;
    case 'lead-path.department':
      await getReceiver(tx, { id: String(data['receiver']), county: frame.township.slice(0, 6) });
      break;
    case 'lead-path.award-check':
      await awardOfReceipt(tx, frame, data);
      break;
    case 'lead-application.applied':
      await caseOf(tx, data, { processes: processesFrom('application'), but: frame.id, refusal: 'APPLICATION_UNKNOWN' });
      break;
  }
  return data;
}

/** The award in payment in the township of the lead that a number names: its own, or that of the application. @throws Refusal AWARD_UNKNOWN */
export async function awardOfReceipt(tx: Tx, { township }: Pick<CaseFrame, 'township'>, { receipt }: Data): Promise<string> {
  const [found] = await tx.rows<{ id: string }>(
    `select award.id from cases award left join cases application on application.id = award.origin
     where award.process = any ($1::text[]) and award.closed_at is null and award.township = $2 and $3 in (award.receipt, application.receipt)`,
    [processesFrom('grant'), township, receipt],
  );
  return found?.id ?? refuse('AWARD_UNKNOWN', { receipt });
}

/** The case of a number inside the fence. */
export async function caseOf(
  tx: Tx,
  { receipt }: Data,
  { processes, but, refusal }: { processes: readonly string[]; but: string; refusal: 'LEAD_UNKNOWN' | 'APPLICATION_UNKNOWN' },
): Promise<string> {
  const [found] = await tx.rows<{ id: string }>('select id from cases where receipt = $1 and process = any ($2::text[]) and id <> $3', [
    receipt,
    processes,
    but,
  ]);
  return found?.id ?? refuse(refusal, { receipt });
}

/** Nobody was met, tried or told after today, or before the lead was there. */
async function requireDays(tx: Tx, frame: CaseFrame, { metOn, triedOn, toldOn }: Data): Promise<void> {
  const days = [metOn, toldOn, triedOn].flat().filter((day): day is string => typeof day === 'string');
  if (days.length === 0) return;
  const from = dayOf((await leadOf(tx, frame.id)).reportedAt);
  const wrong = days.find((day) => day < from || day > tx.day);
  if (wrong !== undefined) refuse('DAY_IMPOSSIBLE', { day: wrong, from, to: tx.day });
}

function requireIdNumber({ idNumber }: Data): void {
  const fault = typeof idNumber === 'string' ? checkIdNumber(idNumber) : undefined;
  if (fault) refuse('FIELDS_REFUSED', { errors: [{ path: '/with/idNumber', code: fault, message: idNumberFaultLabels[fault] }] });
}
