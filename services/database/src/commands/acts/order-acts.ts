import { contactClasses, type CallForHelp, type ContactClass, isContactClass, plainPhone, type Urgency } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { openWorkOrder } from '../hotline/open-work-order.ts';

interface Order {
  class: ContactClass;
  urgency: Urgency;
  call: CallForHelp;
  callerPhone: string | null;
  isNamed: boolean;
  isHandedOn: boolean;
  code: string;
  loggedAt: string;
}

/** LAW 60, 68 — What came in: to be dispatched, dispatched before in another township, or a report for the county. */
export async function openOrder(tx: Tx, frame: CaseFrame): Promise<'to-dispatch' | 'handed-on' | 'named-report' | 'unnamed-report'> {
  const order = await getOrder(tx, frame);
  if (contactClasses[order.class].opens === 'report') return order.isNamed ? 'named-report' : 'unnamed-report';
  return order.isHandedOn ? 'handed-on' : 'to-dispatch';
}

/** GX-BS; WF-12345 20 — Sent to who must answer; the limit of the answer goes by the class. */
export async function sendOrder(tx: Tx, frame: CaseFrame): Promise<'enquiry' | 'help' | 'complaint' | 'ordinary'> {
  const order = await getOrder(tx, frame);
  return order.class === 'enquiry' || order.class === 'help' || order.class === 'complaint' ? order.class : 'ordinary';
}

/** WF-12345 25 — Whoever left a number is asked whether it helped. */
export async function fileAnswer(tx: Tx, frame: CaseFrame): Promise<'to-call' | 'nobody-to-call'> {
  const { callerPhone, call } = await getOrder(tx, frame);
  return callerPhone !== null || plainPhone(call.person.phone) !== undefined ? 'to-call' : 'nobody-to-call';
}

/** GX-HOT — It goes on in the township where the matter is, under a number of its own and with the same code. */
export async function handOrderOn(tx: Tx, frame: CaseFrame): Promise<'done'> {
  const order = await getOrder(tx, frame);
  const township = String(
    frame.tasks.findLast(({ kind, outcome }) => kind === 'dispatch' && outcome === 'redirected')?.outcomeData?.['township'],
  );
  const { village: _, ...place } = order.call.place;
  await openWorkOrder(tx, {
    ...{ class: order.class, urgency: order.urgency, loggedAt: order.loggedAt, township, origin: frame.id },
    call: { ...order.call, place: { ...place, township } },
    handedOn: { code: order.code },
  });
  return 'done';
}

async function getOrder(tx: Tx, frame: CaseFrame): Promise<Order> {
  const [order] = await tx.rows<Order>(
    `select class, urgency, "call", caller_phone as "callerPhone", is_named as "isNamed", is_handed_on as "isHandedOn", code, logged_at as "loggedAt"
     from work_order where case_id = $1`,
    [frame.id],
  );
  if (!order || !isContactClass(order.class)) throw new Error('a work order has lost what it is about');
  return order;
}
