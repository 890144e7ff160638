import { getDraft, getPrepared, openCase, publicActor, type Tx } from '@zhouji/database';
import { checkIdNumber, clocks, holds, idNumberFaultLabels, liesIn, programmes, refuse, type Role, fieldFaults } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { Application, Applied } from './answers/application.ts';
import { areasOf } from './area-names.ts';
import { checkHousehold } from './check-household.ts';
import { today } from './clock.ts';
import { languageOf } from './language.ts';
import { lookAhead } from './look-ahead.ts';
import type { Office } from './office.ts';
import { transactOnce } from './once.ts';
import { parameterSetOf, showingDuplicates } from './people.ts';
import { type FieldFault, FieldsRefused } from './plugins/fields-refused.ts';

/**
 * Opens a case for whoever asks: for a citizen without an account too, in the township that the application names.
 *
 * @throws Refusal PROGRAMME_NOT_OFFERED, DUPLICATE; FieldsRefused
 */
export async function apply(
  office: Office,
  request: FastifyRequest,
  application: Application,
  draft?: { id: string; token: string },
): Promise<Applied> {
  if (programmes[application.programme].process === null) refuse('PROGRAMME_NOT_OFFERED');
  await checkPlace(office, application);
  checkHousehold(application.household, { day: today(office.clock), under: '/household' });
  checkAgent(application);
  const { township } = application;
  // Staff help within their own area only; the public is let in to the one township for this one transaction.
  const { caller } = request;
  if (request.session && caller.role !== 'citizen' && !(caller.townships === '*' || caller.townships.includes(township)))
    refuse('NOT_YOUR_DUTY');
  const who = request.session ? (caller.role === 'citizen' ? { ...caller, townships: [township] } : caller) : publicActor(township);
  const { household } = application;
  const people = async () => ({ caseId: null, household, parameterSet: await parameterSetOf(office, township) });
  return showingDuplicates(office, request, people, () =>
    transactOnce(office, who, request, async (tx) => {
      if (draft) await requireDraft(tx, draft, township);
      const begun = draft?.id ?? (await requirePrepared(tx, application));
      const declarations = { ...application.declarations, relatives: application.declarations.relatives ?? [] };
      const { caseId, receipt } = await openCase(tx, { ...application, declarations, ...(begun ? { draft: begun } : {}) });
      if (office.lookAhead) await lookAheadFrom(tx, caseId);
      return { caseId, receipt, expects: expectations(tx, caseId, request) };
    }),
  );
}

/** What the office has begun is handed in once, by whoever helps people apply where it was begun. */
async function requirePrepared(tx: Tx, { prepared, township }: Application): Promise<string | undefined> {
  if (prepared === undefined) return undefined;
  if (tx.who.account === null || !holds(tx.who.role as Role, 'help-apply')) refuse('NOT_YOUR_DUTY');
  const begun = await getPrepared(tx, prepared);
  if (begun.township !== township) refuse('NOT_FOUND');
  if (begun.caseId !== null) refuse('CASE_CLOSED');
  return begun.id;
}

/** A lead that led to the application goes on in the same moment. */
async function lookAheadFrom(tx: Tx, caseId: string): Promise<void> {
  const origin = tx.frames.get(caseId)?.origin;
  await lookAhead(tx, origin && tx.frames.has(origin) ? origin : caseId);
}

/** A draft is handed in once, by whoever holds its token, where it was begun. */
async function requireDraft(tx: Tx, { id, token }: { id: string; token: string }, township: string): Promise<void> {
  const draft = await getDraft(tx, id, token);
  if (draft.township !== township) refuse('NOT_FOUND');
  if (draft.caseId !== null) refuse('CASE_CLOSED');
}

/** The ID number of an agent is looked at as closely as those of the members. */
function checkAgent({ declarations: { agent } }: Application): void {
  const fault = agent && checkIdNumber(agent.idNumber);
  if (fault) throw new FieldsRefused([{ path: '/declarations/agent/idNumber', label: idNumberFaultLabels[fault] }]);
}

async function checkPlace(office: Office, { township, village }: Application): Promise<void> {
  const areas = await areasOf(office);
  const faults: FieldFault[] = [];
  if (!areas.has(township)) faults.push({ path: '/township', label: fieldFaults['township-unknown'] });
  if (!areas.has(village) || !liesIn(village, township)) faults.push({ path: '/village', label: fieldFaults['village-elsewhere'] });
  if (faults.length > 0) throw new FieldsRefused(faults);
}

/** What happens next by law, and by when: the clocks that an application starts. */
function expectations(tx: Tx, caseId: string, request: FastifyRequest): Applied['expects'] {
  const language = languageOf(request);
  const running = (tx.frames.get(caseId)?.clocks ?? []).filter(({ state }) => state === 'running');
  return running.map(({ kind, dueOn }) => ({ clock: kind, what: clocks[kind].label[language], by: dueOn }));
}
