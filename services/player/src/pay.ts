import type { CaseRecord } from './case-record.ts';
import { type CastMember, getCastMember } from './cast.ts';
import type { Answer } from './office.ts';
import type { Sandbox } from './sandbox.ts';

const PATIENCE_MS = 20_000;

/**
 * Pays what is planned in a case and in what came from it: the account of whoever receives is entered where none is, one
 * finance officer prepares the batch of the township, the other approves it, and the bank answers.
 */
export async function pay(sandbox: Sandbox, record: CaseRecord): Promise<{ who: CastMember; answer: Answer }> {
  const { office } = sandbox;
  const [finance, second, reader] = [getCastMember('finance'), getCastMember('finance-2'), getCastMember('inspector')];
  const cases = [record.caseId, ...(record.award ? [record.award.caseId] : []), ...record.further.map(({ caseId }) => caseId)];
  for (const caseId of cases) await enterAccount(office, { caseId, reader });
  const prepared = await office.ask(finance, 'POST', '/api/pay-batches', { township: record.township });
  if (prepared.refusal !== undefined) return { who: finance, answer: prepared };
  const { id, lines, sum } = prepared.body;
  const answer = await office.ask(second, 'POST', `/api/pay-batches/${String(id)}/approval`, { lines, sum });
  for (const until = Date.now() + PATIENCE_MS; answer.refusal === undefined && Date.now() < until;) {
    for (const caseId of cases) await sandbox.rest(caseId);
    const states = (await Promise.all(cases.map((caseId) => paymentsOf(office, reader, caseId)))).flat();
    if (!states.some(({ state }) => state === 'approved' || state === 'sent')) break;
  }
  return { who: second, answer };
}

async function enterAccount(office: Sandbox['office'], { caseId, reader }: { caseId: string; reader: CastMember }): Promise<void> {
  const { account } = (await office.get(reader, `/api/cases/${caseId}/payments`)) as { account: unknown };
  const planned = (await paymentsOf(office, reader, caseId)).find(({ state }) => state === 'planned');
  if (account !== null || !planned) return;
  const body = { bank: '演示银行', account: '6200000000001234', holder: planned.payee };
  await office.ask(getCastMember('caseworker'), 'PUT', `/api/cases/${caseId}/payee-account`, body);
}

async function paymentsOf(office: Sandbox['office'], reader: CastMember, caseId: string): Promise<{ state: string; payee: string }[]> {
  return ((await office.get(reader, `/api/cases/${caseId}/payments`)) as unknown as { items: { state: string; payee: string }[] }).items;
}
