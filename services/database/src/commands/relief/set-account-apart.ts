import { maskAccount, type Payee } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { keepPayeeAccount } from '../../money/payee-account.ts';
import type { CaseFrame } from '../../record/case-frame.ts';

/** A payee as it stands with an outcome: `kept` is the number of the account among those of the case. */
type KeptPayee = Payee & { kept?: number };

/**
 * The number of an account that goes with an outcome is kept where accounts of payees are kept, and nowhere else: what stands
 * with the outcome, and is read by everybody who reads the case, is its last four digits, and which of the kept ones it is.
 */
export async function setAccountApart<Given extends Record<string, unknown>>(tx: Tx, frame: CaseFrame, data: Given): Promise<Given> {
  const payee = data['payee'] as Payee | undefined;
  if (payee?.account === undefined) return data;
  const { name, bank = '', account } = payee;
  const kept = await keepPayeeAccount(tx, frame, { bank, account, holder: name });
  return { ...data, payee: { ...payee, account: maskAccount(account), kept } };
}

/** The payee of an outcome with the account that was decided on, whichever was entered since. */
export async function withAccount(tx: Tx, frame: CaseFrame, { kept, ...payee }: KeptPayee): Promise<Payee> {
  if (kept === undefined) return payee;
  const [row] = await tx.rows<{ bank: string; account: string }>(
    'select bank, account from pay_account where case_id = $1 and number = $2',
    [frame.id, kept],
  );
  return { ...payee, ...row };
}
