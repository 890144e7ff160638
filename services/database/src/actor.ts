import { type AreaCode, type Department, type Duty, holds, type Role, roles, machineNames } from '@zhouji/domain';

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
  /** What they may do today beside the duties of their role: who stands in for somebody. */
  readonly standsIn?: readonly Duty[];
  /** The case whose receipt this person has shown, with proof of being its applicant: there they stand for the applicant. */
  readonly holdsReceiptOf?: string;
}

/** The office doing something without a person deciding. */
export const systemActor: Actor = {
  account: null,
  username: 'system',
  name: machineNames.office,
  role: 'system',
  area: null,
  townships: '*',
};

/** Somebody without an account who asks about one township: an application, a receipt, a notice. */
export function publicActor(...townships: string[]): Actor {
  return { account: null, username: 'public', name: '', role: 'public', area: null, townships };
}

/** Whoever holds the receipt of a case; the ledger names the applicant, for whom they act. */
export function holderActor({ caseId, township, applicantName }: { caseId: string; township: string; applicantName: string }): Actor {
  return { ...publicActor(township), username: 'receipt-holder', name: applicantName, holdsReceiptOf: caseId };
}

/** All that somebody of the office may be asked to do today: by their role, and where they stand in. */
export function dutiesOf({ role, standsIn = [] }: Pick<Actor, 'role' | 'standsIn'>): Duty[] {
  return role === 'public' || role === 'system' ? [] : [...roles[role].duties, ...standsIn];
}

/** Whether somebody holds a duty today. */
export function holdsToday({ role, standsIn = [] }: Pick<Actor, 'role' | 'standsIn'>, duty: Duty): boolean {
  return standsIn.includes(duty) || (role !== 'public' && role !== 'system' && holds(role, duty));
}
