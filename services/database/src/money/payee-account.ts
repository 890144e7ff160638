import { type PayAccount, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { audit } from '../commands/audit.ts';
import { plainName } from '../record/doer.ts';
import { enter } from '../record/enter.ts';
import type { CaseFrame } from '../record/case-frame.ts';
import { lockCase } from '../record/lock-case.ts';
import { requireImpartial } from '../record/require-impartial.ts';

/** The account that a case is paid to: its own, or that of the case it came from; undefined when none was entered. */
export async function payeeAccountOf(tx: Tx, caseId: string): Promise<PayAccount | undefined> {
  const [row] = await tx.rows<PayAccount>(
    `select a.bank, a.account, a.holder from cases c join pay_account a on a.case_id in (c.id, c.origin)
     where c.id = $1 order by (a.case_id = c.id) desc, a.number desc limit 1`,
    [caseId],
  );
  return row;
}

/**
 * Enters the account of whoever receives, in their own name. Payments that nobody has put into a batch yet go there; in
 * what was approved nothing changes [M57 25].
 *
 * @throws Refusal NOT_FOUND; RECUSED for a close relative; PAYEE_NOT_HOLDER
 */
export async function setPayeeAccount(
  tx: Tx,
  { caseId, bank, account, holder }: PayAccount & { caseId: string },
): Promise<{ caseId: string }> {
  const frame = await lockCase(tx, { caseId });
  requireImpartial(tx.who, frame);
  const payee = (await payeesOf(tx, frame)).find((name) => plainName(name) === plainName(holder));
  if (payee === undefined) return refuse('PAYEE_NOT_HOLDER');
  const known = await payeeAccountOf(tx, caseId);
  if (known && known.account === account && known.bank === bank && known.holder === payee) return { caseId };
  await insertAccount(tx, frame, { bank, account, holder: payee });
  await tx.rows(
    `update pay_intent set payee_bank = $2, payee_account = $3
     where (case_id = $1 or case_id in (select id from cases where origin = $1 and process = 'subsistence-award'))
       and state = 'planned' and channel = 'bank' and batch_id is null and payee_name = $4`,
    [caseId, bank, account, payee],
  );
  // The number stays out of ledger and audit: they are read by more people than it is.
  enter(tx, frame, { kind: 'payee-account.set', data: { lastFour: account.slice(-4) } });
  audit(tx, {
    action: 'set-payee-account',
    township: frame.township,
    caseId,
    data: { lastFour: account.slice(-4), isChange: known !== undefined },
  });
  return { caseId };
}

/** Keeps an account that came with a step of the case. @returns its number among those of the case */
export async function keepPayeeAccount(tx: Tx, frame: CaseFrame, account: PayAccount): Promise<number> {
  const number = await insertAccount(tx, frame, account);
  enter(tx, frame, { kind: 'payee-account.set', data: { lastFour: account.account.slice(-4) } });
  return number;
}

async function insertAccount(tx: Tx, frame: CaseFrame, { bank, account, holder }: PayAccount): Promise<number> {
  const [row] = await tx.rows<{ number: number }>(
    `insert into pay_account (case_id, number, township, bank, account, holder, set_by, set_by_name, set_at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from pay_account where case_id = $1 returning number`,
    [frame.id, frame.township, bank, account, holder, tx.who.account, tx.who.name, tx.at],
  );
  return row?.number ?? 0;
}

/** Whoever may receive in a case: in whose name it is, and to whom something was to be paid in it already. */
async function payeesOf(tx: Tx, frame: CaseFrame): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(`select distinct payee_name as name from pay_intent where case_id = $1`, [frame.id]);
  return [frame.applicantName, ...rows.map(({ name }) => name)];
}
