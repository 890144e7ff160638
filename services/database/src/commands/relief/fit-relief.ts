import {
  faultOfGift,
  formatYuan,
  fen,
  type Fen,
  giftFaults,
  leftOf,
  moneyOf,
  type Payee,
  parseYuan,
  type PlainDate,
  type Protection,
  refuse,
  reliefCap,
  type ReliefGift,
  dayOf,
  fieldFaults,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { reliefOf } from '../../record/relief-of.ts';
import { setAccountApart } from './set-account-apart.ts';

type Data = Record<string, unknown>;

/** What is proposed or decided, as far as it is known. */
export interface Gift extends ReliefGift {
  persons: number;
  payee?: Payee;
  goodsValue?: string;
  reason?: string;
}

/**
 * Whether what goes with an outcome of a relief fits the law on the day; gives it back with what the office itself adds.
 *
 * @throws Refusal PROTECT_FIRST, NOT_WITNESSED, RELIEF_OVER_CAP, FIELDS_REFUSED, RECEIPT_UNPROVEN, URGENCY_DAY_WRONG,
 *   URGENCY_GOES_ON, RELIEF_UNIDENTIFIED, RELIEF_AMOUNT_DIFFERS, NOT_FOUND (no such document in the case)
 */
export async function fitRelief<Given extends Data>(
  tx: Tx,
  frame: CaseFrame,
  task: TaskRecord,
  { outcome, data }: { outcome: string; data: Given },
): Promise<Given> {
  if (task.kind === 'triage') requireProtection(data);
  const step = `${task.kind}.${outcome}`;
  if (step === 'triage.relief-first') await requireProposal(tx, frame, data);
  if (step === 'relief.granted') await requireGift(tx, frame, giftDecided(frame, data, task.round), task.round);
  if (step === 'triage.relief-first' || step === 'relief.granted') return setAccountApart(tx, frame, data);
  if (step === 'payout.paid') return requireReceipt(tx, frame, data);
  if (task.kind === 'paperwork' || task.kind === 'follow-up') await requireUrgencyOver(tx, frame);
  if (step === 'paperwork.complete') await requireWholeFile(tx, frame, data);
  return data;
}

/** What the second person decides on: the proposal, but for what of it has arrived already, with what they changed of it. */
export function giftDecided(frame: CaseFrame, decided: Data, round: number): Gift {
  const proposed = frame.tasks.findLast(({ kind, outcome }) => kind === 'triage' && outcome === 'relief-first')?.outcomeData ?? {};
  const { channel: way } = proposed as Partial<Gift>;
  const left = way === undefined ? proposed : leftOf({ ...proposed, channel: way }, arrivedOf(frame, round));
  const { persons, amount, cash, goods, goodsValue, channel, payee, reason } = { ...left, ...decided } as Partial<Gift>;
  if (persons === undefined || channel === undefined) throw new Error('a relief is decided that nobody has proposed');
  // Only goods are left: money that was proposed is not given. Without a transfer nothing goes beside it.
  const money = channel === 'goods' && decided['amount'] === undefined ? undefined : amount;
  const beside = channel !== 'bank' && decided['cash'] === undefined ? undefined : cash;
  return {
    ...{ persons, channel },
    ...(money === undefined ? {} : { amount: money }),
    ...(beside === undefined ? {} : { cash: beside }),
    ...(goods === undefined ? {} : { goods }),
    ...(goodsValue === undefined ? {} : { goodsValue }),
    ...(payee === undefined ? {} : { payee }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Which parts have arrived before a round: what is decided in it is the rest. */
export function arrivedOf({ periods, tasks }: Pick<CaseFrame, 'periods' | 'tasks'>, round: number): { byBank: boolean; byHand: boolean } {
  return {
    byBank: periods.some((period) => period.kind === 'payment' && period.round < round && period.outcome === 'paid'),
    byHand: tasks.some((task) => task.kind === 'payout' && task.round < round && task.outcome === 'paid'),
  };
}

/** LAW 50; TA2014 — Whoever cannot look after themselves is protected before anything else is done. */
function requireProtection({ protect, protectedBy }: Data): void {
  if (((protect as Protection[] | undefined) ?? []).length > 0 && protectedBy === undefined) refuse('PROTECT_FIRST', { protect });
}

/** TA2018 2(2) — One witness or one photo is enough; identity may follow. */
async function requireProposal(tx: Tx, frame: CaseFrame, data: Data): Promise<void> {
  if (data['witness'] === undefined && data['photo'] === undefined) refuse('NOT_WITNESSED');
  if (data['photo'] !== undefined) await requireDocument(tx, frame, String(data['photo']), '/with/photo');
  await requireGift(tx, frame, data as unknown as Gift, 1);
}

/** TA2026 2(1) — Something is given, by ways that it can go, and no more money in all than the cap. Goods do not count. */
async function requireGift(tx: Tx, frame: CaseFrame, gift: Gift, round: number): Promise<void> {
  const fault = faultOfGift(gift, gift.payee);
  if (fault) refuse('FIELDS_REFUSED', { errors: [{ path: giftFaults[fault].path, code: fault, message: giftFaults[fault].label }] });
  const money = moneyOf(gift);
  if (money === 0) return;
  const cap = reliefCap(gift.persons, tx.day, tx.place.parametersOf(frame.parameterSet));
  const all = await withArrived(tx, frame, money, round);
  if (all > cap.fen) refuse('RELIEF_OVER_CAP', { cap: formatYuan(cap.fen), per: cap.per, persons: gift.persons, amount: formatYuan(all) });
}

/** The money of a decision with what has arrived of earlier ones. */
export async function withArrived(tx: Tx, frame: CaseFrame, money: Fen, round: number): Promise<Fen> {
  const { byBank, byHand } = arrivedOf(frame, round);
  if (!byBank && !byHand) return money;
  const [row] = await tx.rows<{ before: number }>(
    `select coalesce(sum(fen), 0)::float8 as before from pay_intent where case_id = $1 and state = 'paid' and channel <> 'goods'`,
    [frame.id],
  );
  return fen((row?.before ?? 0) + money);
}

/** TA2018 2(4) — A signature on paper or a photo stands in the file; where neither can be had, a witness does. */
async function requireReceipt<Given extends Data>(tx: Tx, frame: CaseFrame, data: Given): Promise<Given> {
  if (data['document'] === undefined && data['witness'] === undefined) refuse('RECEIPT_UNPROVEN');
  if (data['document'] !== undefined) await requireDocument(tx, frame, String(data['document']), '/with/document');
  if (data['urgencyGoesOn'] === true) {
    if (data['urgencyEndedOn'] !== undefined) refuse('URGENCY_DAY_WRONG', { from: null, to: null });
    return data;
  }
  const endedOn = (data['urgencyEndedOn'] as PlainDate | undefined) ?? tx.day;
  const { loggedAt } = await reliefOf(tx, frame.id);
  if (endedOn > tx.day || endedOn < dayOf(loggedAt)) refuse('URGENCY_DAY_WRONG', { from: dayOf(loggedAt), to: tx.day });
  return { ...data, urgencyEndedOn: endedOn };
}

/** LAW 50; TA2018 2(2) — The papers and what comes after belong to the time after the urgency: somebody says first that it is over. */
async function requireUrgencyOver(tx: Tx, frame: CaseFrame): Promise<void> {
  if ((await reliefOf(tx, frame.id)).urgencyEndedOn === null) refuse('URGENCY_GOES_ON');
}

/** TA2018 2(2) — The file says for whom, why and how much. Whoever is not identified by then is not passed over in silence. */
async function requireWholeFile(tx: Tx, frame: CaseFrame, data: Data): Promise<void> {
  const { name, idNumber, amountFen } = await reliefOf(tx, frame.id);
  if ((name === null || idNumber === null) && data['unidentified'] === undefined)
    refuse('RELIEF_UNIDENTIFIED', { name, hasIdNumber: idNumber !== null });
  const amount = data['amount'] as string | undefined;
  if (amount !== undefined && parseYuan(amount) !== (amountFen ?? 0))
    refuse('RELIEF_AMOUNT_DIFFERS', { paid: formatYuan(amountFen ?? parseYuan('0')), amount });
}

async function requireDocument(tx: Tx, frame: CaseFrame, document: string, path: string): Promise<void> {
  const [found] = await tx.rows('select 1 from document where id = $1::uuid and case_id = $2::uuid', [document, frame.id]);
  if (!found) refuse('FIELDS_REFUSED', { errors: [{ path, code: 'NO_SUCH_DOCUMENT', message: fieldFaults['no-document'] }] });
}
