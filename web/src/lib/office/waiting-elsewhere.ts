import { answerOf, type apiOf } from '#lib/api/client.ts';
import type { Me } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { needsAccount } from './pay/needs-account.ts';

/** Work that lies on a page of its own and not in the queue of tasks. */
export interface Waiting {
  href: string;
  label: MessageKey;
  count: number;
}

/** What waits for somebody beside their tasks: money to be sent, accounts to be entered, calls to be returned. Only what there is any of. */
export async function waitingElsewhere(client: ReturnType<typeof apiOf>, duties: Me['duties']): Promise<Waiting[]> {
  const waiting = await Promise.all([
    duties.some((duty) => duty === 'pay' || duty === 'approve-payment') ? payments(client) : [],
    duties.includes('set-payee-account') ? returned(client) : [],
    duties.includes('take-contacts') ? callbacks(client) : [],
  ]);
  return waiting.flat().filter(({ count }) => count > 0);
}

async function payments(client: ReturnType<typeof apiOf>): Promise<Waiting[]> {
  const { counts, batches } = await answerOf(client.GET('/api/payments'));
  const href = '/office/payments';
  const of = (...states: string[]) => counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return [
    { href, label: 'waiting.ready', count: of('ready') },
    { href, label: 'waiting.toApprove', count: batches.filter(({ state }) => state === 'prepared').length },
    { href, label: 'waiting.returned', count: of('returned') },
    { href, label: 'waiting.unknown', count: of('unknown') },
  ];
}

/** Money of the township's families that came back for want of the right account. */
async function returned(client: ReturnType<typeof apiOf>): Promise<Waiting[]> {
  const { items } = await answerOf(client.GET('/api/returned-payments'));
  return [{ href: '/office/returned-payments', label: 'waiting.account', count: items.filter(needsAccount).length }];
}

async function callbacks(client: ReturnType<typeof apiOf>): Promise<Waiting[]> {
  const { items } = await answerOf(client.GET('/api/callbacks', { params: { query: { state: 'booked' } } }));
  return [{ href: '/office/hotline/callbacks', label: 'waiting.callbacks', count: items.length }];
}
