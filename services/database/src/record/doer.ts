import type { TaskRecord } from './case-frame.ts';

/** Somebody who took part in a step: by account where it is known, and by name. */
export interface Doer {
  readonly account: string | null;
  readonly name: string;
}

/**
 * Whether both are one person: by account where both are known, so that namesakes do not stand in for each other; else by
 * name. The trigger `hold_separation` of the database says the same.
 */
export function isSamePerson(one: Doer, other: Doer): boolean {
  if (one.account !== null && other.account !== null) return one.account === other.account;
  return plainName(one.name) !== '' && plainName(one.name) === plainName(other.name);
}

/** Everybody who took part in a step: who gave its outcome, and its surveyors or visitors. */
export function doersOf({ outcome, givenBy, givenByName, outcomeData }: TaskRecord): Doer[] {
  if (outcome === null) return [];
  return [...(givenByName === null ? [] : [{ account: givenBy, name: givenByName }]), ...presentIn(outcomeData ?? {})];
}

/** The surveyors or visitors that an outcome names, with the accounts that stand beside their names. */
export function presentIn(data: Record<string, unknown>): Doer[] {
  const names = [...((data.surveyors as string[] | undefined) ?? []), ...((data.visitors as string[] | undefined) ?? [])];
  const accounts = (data.accounts as (string | null)[] | undefined) ?? [];
  return names.map((name, i) => ({ account: accounts[i] ?? null, name }));
}

/** A name without the spaces and widths in which it may be written. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}
