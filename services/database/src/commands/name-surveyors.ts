import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { findStaff, type StaffMember } from '../queries/find-staff.ts';
import { type Doer, isSamePerson, plainName, presentIn } from '../record/doer.ts';

/**
 * Surveyors and visitors as people: user names become names, and beside the names stand the accounts where one is known,
 * in the same order. A name that several of the staff bear is the giver's where they bear it, and else nobody's account.
 */
export async function nameSurveyors<Data extends Record<string, unknown>>(tx: Tx, township: string, data: Data): Promise<Data> {
  const key = data.surveyors ? 'surveyors' : data.visitors ? 'visitors' : undefined;
  if (key === undefined) return data;
  const staff = await findStaff(tx, township);
  const doers = (data[key] as string[]).map((written) => doerOf(written, staff, tx.who.account));
  return { ...data, [key]: doers.map(({ name }) => name), accounts: doers.map(({ account }) => account) };
}

function doerOf(written: string, staff: readonly StaffMember[], giver: string | null): Doer {
  const called = staff.find(({ username }) => username === written.trim());
  if (called) return called;
  const namesakes = staff.filter(({ name }) => plainName(name) === plainName(written));
  const meant = namesakes.length === 1 ? namesakes[0] : namesakes.find(({ account }) => account === giver);
  return { account: meant?.account ?? null, name: written };
}

/** M57 16 — Two different people; one who is written twice is one. @throws Refusal TWO_SURVEYORS */
export function requireTwoSurveyors(data: Record<string, unknown>): void {
  if (!data.surveyors && !data.visitors) return;
  const doers = presentIn(data);
  const people = doers.filter((doer, i) => !doers.slice(0, i).some((earlier) => isSamePerson(doer, earlier)));
  if (people.length < 2) refuse('TWO_SURVEYORS', { surveyors: doers.map(({ name }) => name) });
}
