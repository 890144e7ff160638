import type { AreaCode, Department, Role } from '@zhouji/domain';

/** Who acts in a transaction, and in which townships: the fence that row-level security holds. */
export interface Actor {
  /** Null for the office itself and for people without an account. */
  readonly account: string | null;
  readonly username: string;
  readonly name: string;
  readonly role: Role | 'public' | 'system';
  readonly area: AreaCode | null;
  /** Codes of townships (nine digits); `'*'` is the process and the office's own machinery. */
  readonly townships: readonly string[] | '*';
  /** Of a department's officer: what is addressed to it is all that they see. */
  readonly department?: Department;
  /** The case whose receipt this person has shown, with proof of being its applicant: there they stand for the applicant. */
  readonly holdsReceiptOf?: string;
}

/** The office doing something without a person deciding. */
export const systemActor: Actor = { account: null, username: 'system', name: '系统', role: 'system', area: null, townships: '*' };

/** Somebody without an account who asks about one township: an application, a receipt, a notice. */
export function publicActor(...townships: string[]): Actor {
  return { account: null, username: 'public', name: '', role: 'public', area: null, townships };
}

/** Whoever holds the receipt of a case; the ledger names the applicant, for whom they act. */
export function holderActor({ caseId, township, applicantName }: { caseId: string; township: string; applicantName: string }): Actor {
  return { ...publicActor(township), username: 'receipt-holder', name: applicantName, holdsReceiptOf: caseId };
}
