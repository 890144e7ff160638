import {
  faultOfGift,
  formatYuan,
  giftFaults,
  type Payee,
  parseYuan,
  type PlainDate,
  type Protection,
  refuse,
  reliefCap,
  type ReliefGift,
  dayOf,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame, TaskRecord } from '../../record/case-frame.ts';
import { reliefOf } from '../../record/relief-of.ts';

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
 *   RELIEF_UNIDENTIFIED, RELIEF_AMOUNT_DIFFERS, NOT_FOUND (no such document in the case)
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
  if (step === 'relief.granted') requireGift(tx, frame, giftDecided(frame, data));
  if (step === 'payout.paid') return requireReceipt(tx, frame, data);
  if (step === 'paperwork.complete') await requireWholeFile(tx, frame, data);
  return data;
}

/** What the second person decides on: the proposal, with what they changed of it. */
export function giftDecided(frame: CaseFrame, decided: Data): Gift {
  const proposed = frame.tasks.findLast(({ kind, outcome }) => kind === 'triage' && outcome === 'relief-first')?.outcomeData ?? {};
  const { persons, amount, goods, goodsValue, channel, payee, reason } = { ...proposed, ...decided } as Partial<Gift>;
  if (persons === undefined || channel === undefined) throw new Error('a relief is decided that nobody has proposed');
  // Only goods are left: money that was proposed is not given.
  const money = channel === 'goods' && decided['amount'] === undefined ? undefined : amount;
  return {
    ...{ persons, channel },
    ...(money === undefined ? {} : { amount: money }),
    ...(goods === undefined ? {} : { goods }),
    ...(goodsValue === undefined ? {} : { goodsValue }),
    ...(payee === undefined ? {} : { payee }),
    ...(reason === undefined ? {} : { reason }),
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
  requireGift(tx, frame, data as unknown as Gift);
}

/** TA2026 2(1) — Something is given, by a way that it can go, and no more money than the cap. Goods do not count. */
function requireGift(tx: Tx, frame: CaseFrame, gift: Gift): void {
  const fault = faultOfGift(gift, gift.payee);
  if (fault) refuse('FIELDS_REFUSED', { errors: [{ path: giftFaults[fault].path, code: fault, message: giftFaults[fault].label }] });
  if (gift.amount === undefined) return;
  const cap = reliefCap(gift.persons, tx.day, tx.place.parametersOf(frame.parameterSet));
  if (parseYuan(gift.amount) > cap.fen)
    refuse('RELIEF_OVER_CAP', { cap: formatYuan(cap.fen), per: cap.per, persons: gift.persons, amount: gift.amount });
}

/** TA2018 2(4) — A signature on paper or a photo stands in the file; where neither can be had, a witness does. */
async function requireReceipt<Given extends Data>(tx: Tx, frame: CaseFrame, data: Given): Promise<Given> {
  if (data['document'] === undefined && data['witness'] === undefined) refuse('RECEIPT_UNPROVEN');
  if (data['document'] !== undefined) await requireDocument(tx, frame, String(data['document']), '/with/document');
  const endedOn = (data['urgencyEndedOn'] as PlainDate | undefined) ?? tx.day;
  const { loggedAt } = await reliefOf(tx, frame.id);
  if (endedOn > tx.day || endedOn < dayOf(loggedAt)) refuse('URGENCY_DAY_WRONG', { from: dayOf(loggedAt), to: tx.day });
  return { ...data, urgencyEndedOn: endedOn };
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
  const message = { zh: '这份材料不在本办件里。重新上传后再提交。', en: 'This document is not in the case. Add it again.' };
  if (!found) refuse('FIELDS_REFUSED', { errors: [{ path, code: 'NO_SUCH_DOCUMENT', message }] });
}
