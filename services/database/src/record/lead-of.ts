import { type AlertKind, type CallForHelp, type Instant, type LeadFinding, type LeadSource, refuse, type Urgency } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** What contact has established. */
export interface Met {
  means: string;
  metOn: string;
  finding: string;
  name?: string;
  idNumber?: string;
}

/** A lead as it stands. */
export interface LeadRow {
  caseId: string;
  township: string;
  source: LeadSource;
  alert: AlertKind | null;
  urgency: Urgency;
  /** As it was told. */
  call: CallForHelp;
  keys: string[];
  reporterName: string | null;
  reporterPhone: string | null;
  reporterUnit: string | null;
  reporterAccount: string | null;
  reportedAt: Instant;
  met: Met | null;
  found: LeadFinding | null;
}

export const leadColumns = `l.case_id as "caseId", l.township, l.source, l.alert, l.urgency, l.call, l.keys, l.reporter_name as "reporterName",
  l.reporter_phone as "reporterPhone", l.reporter_unit as "reporterUnit", l.reporter_account as "reporterAccount", l.reported_at as "reportedAt", l.met, l.found`;

/** The lead of a case. @throws Refusal NOT_FOUND when the case is none, or lies outside the fence */
export async function leadOf(tx: Tx, caseId: string): Promise<LeadRow> {
  const [row] = await tx.rows<LeadRow>(`select ${leadColumns} from lead l where l.case_id = $1`, [caseId]);
  return row ?? refuse('NOT_FOUND');
}

/** What was told, with what was learnt of the person since: nothing is asked twice. */
export function knownOf({ call, met }: Pick<LeadRow, 'call' | 'met'>): CallForHelp {
  const { name = call.person.name, idNumber = call.person.idNumber } = met ?? {};
  const person = { ...call.person, ...(name === undefined ? {} : { name }), ...(idNumber === undefined ? {} : { idNumber }) };
  return { ...call, person };
}
