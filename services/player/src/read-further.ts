import type { CaseRecord } from './case-record.ts';
import type { CastMember } from './cast.ts';
import type { Office } from './office.ts';
import { turnedIntoOf } from './report-lead.ts';
import { ordersFrom } from './take-contact.ts';

/** How one case is read. */
type ReadOne = (office: Office, reader: CastMember, caseId: string) => Promise<CaseRecord>;

/** The case with the discussions and referrals that came from it, and from these, and with what a lead has become: what is done in them is done for the same people. */
export async function readFurther(office: Office, reader: CastMember, record: CaseRecord, readOne: ReadOne): Promise<CaseRecord> {
  const known = new Set([record.caseId, ...(record.award ? [record.award.caseId] : [])]);
  const found: CaseRecord[] = [];
  for (const { id, department } of await descendantsOf(office, reader, known)) {
    const read = await readOne(office, reader, id);
    found.push({ ...read, tasks: read.tasks.map((task) => (department === undefined ? task : { ...task, department })) });
  }
  return {
    ...record,
    tasks: [...record.tasks, ...found.flatMap(({ tasks }) => tasks)],
    clocks: [...record.clocks, ...found.flatMap(({ clocks }) => clocks)],
    ledger: [...record.ledger, ...found.flatMap(({ ledger }) => ledger)],
    letters: [...record.letters, ...found.flatMap(({ letters }) => letters)],
    flags: [...new Set([...record.flags, ...found.flatMap(({ flags }) => flags)])],
    further: found.map(({ caseId, isOpen, ending }) => ({ caseId, isOpen, ending })),
  };
}

/** Discussions and referrals, oldest first; `known` grows by them, so that what came from one of them is found too. */
async function descendantsOf(office: Office, reader: CastMember, known: Set<string>): Promise<{ id: string; department?: string }[]> {
  const [discussions, referrals] = (await Promise.all([
    office.get(reader, '/api/discussions'),
    office.get(reader, '/api/referrals'),
  ])) as unknown as [{ items: DiscussionLine[] }, { items: ReferralLine[] }];
  const [root = ''] = known;
  const all = [
    ...(await turnedIntoOf(office, root)).map((one) => ({ ...one, origin: root })),
    ...(await ordersFrom(office)),
    ...discussions.items.map(({ id, origin, requestedAt }) => ({ id, origin, at: requestedAt })),
    ...referrals.items.map(({ id, about, sentAt, receiver }) => ({
      id,
      origin: about?.origin ?? null,
      at: sentAt,
      department: receiver.department,
    })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));
  const found: { id: string; department?: string }[] = [];
  for (let before = -1; before < found.length;) {
    before = found.length;
    for (const one of all) {
      if (one.origin === null || !known.has(one.origin) || known.has(one.id)) continue;
      known.add(one.id);
      found.push(one);
    }
  }
  return found;
}

interface DiscussionLine {
  id: string;
  origin: string | null;
  requestedAt: string;
}

interface ReferralLine {
  id: string;
  about: { origin: string | null } | null;
  sentAt: string;
  receiver: { department: string };
}
