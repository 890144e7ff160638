import type { CaseRecord } from './case-record.ts';
import { getCastMember } from './cast.ts';
import type { Office } from './office.ts';

/** A report as the API takes it, with plausible demo content where the scenario says nothing. */
export function leadOf(content: Record<string, unknown>, usualTownship: string): Record<string, unknown> {
  const { what = '老人独居，摔伤后没有人照顾，家里没有米了。', name, idNumber, address, danger = false, phone, source, urgency } = content;
  const { village, township = typeof village === 'string' ? village.slice(0, 9) : usualTownship } = content;
  const given = (words: Record<string, unknown>) => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return given({
    ...{ township, source, urgency },
    call: {
      caller: given({ phone, isAnonymous: phone === undefined }),
      person: given({ name, idNumber }),
      place: given({ village, address }),
      ...{ what, danger, vulnerable: [] },
    },
  });
}

/** The case of a report; whoever has no account learns only its number, and the office looks it up. */
export async function leadCaseOf(office: Office, { caseId, receipt }: Record<string, unknown>): Promise<string> {
  if (typeof caseId === 'string') return caseId;
  const { items } = (await office.get(getCastMember('inspector'), '/api/leads?limit=200')) as unknown as {
    items: { caseId: string; receipt: string }[];
  };
  const found = items.find((line) => line.receipt === receipt);
  if (!found) throw new Error(`No lead has the number ${String(receipt)}.`);
  return found.caseId;
}

/** The application that the office has begun out of a lead, where the case is one. */
export async function preparedFrom(office: Office, record: CaseRecord | null): Promise<{ caseId: string; prepared: string } | undefined> {
  const lead = record && (await findLead(office, record.caseId));
  const prepared = lead?.prepared[0]?.id;
  return record && prepared !== undefined ? { caseId: record.caseId, prepared } : undefined;
}

/** What has come of a lead; nothing, where the case is none. */
export async function turnedIntoOf(office: Office, caseId: string): Promise<{ id: string; at: string }[]> {
  const lead = await findLead(office, caseId);
  // Discussions and referrals are found by their own lists.
  const own = (lead?.turnedInto ?? []).filter(({ process }) => process !== 'case-discussion' && process !== 'referral');
  return own.map((one) => ({ id: one.caseId, at: one.openedAt }));
}

interface LeadFile {
  prepared: { id: string }[];
  turnedInto: { caseId: string; process: string; openedAt: string }[];
}

async function findLead(office: Office, caseId: string): Promise<LeadFile | undefined> {
  const { refusal, body } = await office.ask(getCastMember('inspector'), 'GET', `/api/leads/${caseId}`);
  return refusal === undefined ? (body as unknown as LeadFile) : undefined;
}
