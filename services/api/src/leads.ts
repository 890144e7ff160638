import {
  audit,
  documentsOf,
  findLeads,
  findLostCases,
  getCase,
  getLead,
  getPrepared,
  giveFollowCode,
  leadProgressBy,
  openLead,
  publicActor,
  type Reporter,
  type Tx,
} from '@zhouji/database';
import {
  checkIdNumber,
  type ClockKind,
  holds,
  idNumberFaultLabels,
  type LeadSource,
  leadProgressOf,
  reaches,
  refuse,
  type Role,
  type Urgency,
  fieldFaults,
} from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { LeadFile, LeadLine, LeadProgressOf, LeadReported, NewLead, Prepared } from './answers/lead.ts';
import { areasOf, placesOf } from './area-names.ts';
import { today } from './clock.ts';
import { requireReport } from './documents/lead-photo.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { type FieldFault, FieldsRefused } from './plugins/fields-refused.ts';
import { fileShown, isOverdue } from './showing/show-case.ts';
import { documentShown } from './showing/show-document.ts';

/** Takes a report down, of staff or of anybody [LAW 39]. @throws Refusal NOT_YOUR_DUTY (another area); FieldsRefused */
export async function reportLead(office: Office, request: FastifyRequest, lead: NewLead): Promise<LeadReported> {
  await checkLead(office, lead);
  const { caller } = request;
  const isStaff = request.session !== null && holds(caller.role as Role, 'report-lead');
  const { township, call, source, unit, urgency } = lead;
  if (isStaff && caller.townships !== '*' && !caller.townships.includes(township)) refuse('NOT_YOUR_DUTY');
  const told = isStaff
    ? { source: source ?? usualSource(caller.role as Role), reporter: reporterOf(lead, caller), ...(urgency ? { urgency } : {}) }
    : { source: 'public' as const, ...(unit === undefined ? {} : { reporter: reporterOf(lead, null) }) };
  return transactOnce(office, isStaff ? caller : publicActor(township), request, async (tx) => {
    const frame = await openLead(tx, { call, township, ...told });
    if (office.lookAhead) await lookAhead(tx, frame.id);
    const code = await giveFollowCode(tx, frame);
    return { receipt: frame.receipt, code, caseId: isStaff ? frame.id : null, expects: expectations(frame) };
  });
}

/** What happens by when, by the clocks that a report starts; in an emergency by the nearer one. */
function expectations({ clocks }: Awaited<ReturnType<typeof openLead>>): LeadReported['expects'] {
  const dueAt = (...kinds: ClockKind[]) =>
    clocks.flatMap((clock) => (kinds.includes(clock.kind) ? [new Date(clock.dueAt).toISOString()] : [])).toSorted()[0] ?? null;
  return {
    receiptBy: dueAt('lead-receipt'),
    contactBy: dueAt('lead-contact', 'lead-contact-emergency'),
    toldBy: dueAt('lead-feedback'),
  };
}

/** What a schema cannot see. */
async function checkLead(office: Office, { township, call: { person, place, since } }: NewLead): Promise<void> {
  const faults: FieldFault[] = [];
  const areas = await areasOf(office);
  if (!areas.has(township)) faults.push({ path: '/township', label: fieldFaults['township-unknown'] });
  if (place.village !== undefined && (!areas.has(place.village) || !place.village.startsWith(township)))
    faults.push({ path: '/call/place/village', label: fieldFaults['village-elsewhere'] });
  const fault = person.idNumber === undefined ? undefined : checkIdNumber(person.idNumber);
  if (fault) faults.push({ path: '/call/person/idNumber', label: idNumberFaultLabels[fault] });
  if (since !== undefined && since > today(office.clock)) faults.push({ path: '/call/since', label: fieldFaults['after-today'] });
  if (faults.length > 0) throw new FieldsRefused(faults);
}

function usualSource(role: Role): LeadSource {
  return role === 'village-aide' ? 'village-aide' : role === 'hotline-agent' ? 'hotline' : 'visit';
}

/** Staff are told in their own list, whoever told them by phone. */
function reporterOf({ call: { caller: told }, unit }: NewLead, account: { account: string | null; name: string } | null): Reporter {
  const own = account && told.name === undefined ? account.name : told.name;
  return {
    ...(account?.account ? { account: account.account } : {}),
    ...(own === undefined ? {} : { name: own }),
    ...(told.phone === undefined ? {} : { phone: told.phone }),
    ...(unit === undefined ? {} : { unit }),
  };
}

interface ListFilter {
  township?: string;
  source?: LeadSource;
  urgency?: Urgency;
  isOpen?: boolean;
  mine?: boolean;
  cursor?: string;
  limit?: number;
}

/** A page of leads; who may only report sees their own. */
export async function leadPageOf(
  office: Office,
  { caller }: FastifyRequest,
  { township, mine = false, ...filter }: ListFilter,
): Promise<{ items: LeadLine[]; next: string | null }> {
  const place = await placesOf(office);
  const own = (mine || !readsAll(caller.role as Role)) && caller.account !== null ? { reporter: caller.account } : {};
  const { items, next } = await office.database.transact(caller, office.clock.now(), (tx) =>
    findLeads(tx, { ...filter, ...own, ...(township ? { townships: [township] } : {}) }),
  );
  return { items: items.map((line) => ({ ...line, township: place(line.township), village: place(line.village) })) as LeadLine[], next };
}

/** A lead; who reported it and may not follow it sees what they told. @throws Refusal NOT_FOUND */
export async function leadFileOf(office: Office, { caller }: FastifyRequest, caseId: string): Promise<LeadFile> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const lead = await getLead(tx, caseId);
    const helps = await isHelping(tx, caseId);
    const isFollower = readsAll(caller.role as Role) || helps;
    if (!isFollower && (caller.account === null || lead.reporterAccount !== caller.account)) refuse('NOT_FOUND');
    const stored = await getCase(tx, caseId);
    audit(tx, { action: 'read-lead', township: lead.township, caseId });
    const { case: summary, tasks } = fileShown(stored, { place, overdue: await isOverdue(tx, caseId), faults: [] });
    const open = stored.tasks.filter(({ closedAt }) => closedAt === null).map(({ kind }) => kind);
    return {
      case: summary,
      ...{ source: lead.source, alert: lead.alert, urgency: lead.urgency, reportedAt: lead.reportedAt, found: lead.found },
      progress: leadProgressOf({ tasks: open, isClosed: stored.closedAt !== null }),
      known: helps ? { ...lead.known, caller: { isAnonymous: true } } : isFollower ? lead.known : lead.call,
      met: isFollower && lead.met ? { means: lead.met.means, metOn: lead.met.metOn, finding: lead.met.finding } : null,
      reporter: isFollower && !helps ? reporterShown(lead) : null,
      photos: isFollower ? (await documentsOf(tx, { caseId })).filter(({ what }) => what === 'lead-photo').map(documentShown) : [],
      tasks: isFollower ? tasks : [],
      ...(isFollower
        ? { turnedInto: lead.turnedInto as LeadFile['turnedInto'], prepared: lead.prepared, similar: lead.similar, helped: lead.helped }
        : { turnedInto: [], prepared: [], similar: [], helped: [] }),
    };
  });
}

function reporterShown({
  reporterName,
  reporterPhone,
  reporterUnit,
  reporterAccount,
}: Awaited<ReturnType<typeof getLead>>): LeadFile['reporter'] {
  if ((reporterName ?? reporterPhone ?? reporterUnit ?? reporterAccount) === null) return null;
  return { name: reporterName, phone: reporterPhone, unit: reporterUnit, isStaff: reporterAccount !== null };
}

/** How far a report has come, for whoever holds its number and code. @throws Refusal CODE_WRONG, whichever of the two is wrong */
export async function leadProgressOfReceipt(office: Office, given: { receipt: string; code?: string }): Promise<LeadProgressOf> {
  return office.database.transact(publicActor(), office.clock.now(), async (tx) => {
    const { caseId } = await requireReport(tx, given);
    const photos = (await documentsOf(tx, { caseId })).filter(({ what }) => what === 'lead-photo').length;
    return { receipt: given.receipt, photos, ...(await leadProgressBy(tx, given.receipt)) };
  });
}

/** An application that the office has begun. @throws Refusal NOT_FOUND */
export async function preparedShown(office: Office, { caller }: FastifyRequest, id: string): Promise<Prepared> {
  const place = await placesOf(office);
  return office.database.transact(caller, office.clock.now(), async (tx) => {
    const { origin, township, ...prepared } = await getPrepared(tx, id);
    const { receipt, process } = await originOf(tx, origin);
    audit(tx, { action: 'read-draft', township, caseId: origin, target: `draft:${id}` });
    return { ...prepared, township: place(township), origin: { caseId: origin, receipt, process } };
  });
}

async function originOf(tx: Tx, caseId: string): Promise<Pick<Prepared['origin'], 'receipt' | 'process'>> {
  const [row] = await tx.rows<Pick<Prepared['origin'], 'receipt' | 'process'>>('select receipt, process from cases where id = $1', [
    caseId,
  ]);
  return row ?? refuse('NOT_FOUND');
}

/** The open cases of the caller's area that wait on nobody. */
export async function lostCasesShown(office: Office, { caller }: FastifyRequest) {
  const place = await placesOf(office);
  const items = await office.database.transact(caller, office.clock.now(), (tx) => findLostCases(tx));
  return {
    items: items.map(({ applicantName, township, village, ...line }) => ({
      ...line,
      applicant: applicantName,
      township: place(township),
      village: place(village),
    })),
  };
}

/** An aide who is to help somebody of their own village apply sees what it takes; who reported is none of it. */
async function isHelping(tx: Tx, caseId: string): Promise<boolean> {
  const { role, area } = tx.who;
  if (readsAll(role as Role) || !holds(role as Role, 'help-apply') || area === null) return false;
  const [found] = await tx.rows<{ township: string; village: string }>(
    `select c.township, c.village from cases c where c.id = $1
     and exists (select from task t where t.case_id = c.id and t.kind = 'lead-application' and t.closed_at is null)`,
    [caseId],
  );
  return found !== undefined && reaches(area, found);
}

/** Whether somebody sees the leads of their area, and not only what they reported. */
function readsAll(role: Role): boolean {
  return holds(role, 'follow-lead') || holds(role, 'read-cases');
}
