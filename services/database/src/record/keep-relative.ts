import type { CloseRelation, RelativeSource } from '@zhouji/domain';
import { systemActor } from '../actor.ts';
import type { Tx } from '../database.ts';
import { findStaff, type StaffMember } from '../queries/find-staff.ts';
import { newId } from '../uuid.ts';
import type { CaseFrame } from './case-frame.ts';
import { plainName } from './doer.ts';
import { isSameRelative } from './relatives-of.ts';

/** A relative to be registered; `officer` is a user name or a name. */
export interface FoundRelative {
  member: string;
  officer: string;
  relation: CloseRelation;
  how: RelativeSource;
  note?: string;
}

/**
 * Enters relatives into the separate register, each once, and flags the case [M57 11]. Where the name of the officer is
 * borne by one of the staff alone, that account is meant from now on, and a namesake who comes later is not.
 *
 * @param byOffice the office does so by itself, with what was declared
 * @returns how many were not registered yet
 */
export async function keepRelatives(
  tx: Tx,
  frame: CaseFrame,
  found: readonly FoundRelative[],
  { byOffice = false }: { byOffice?: boolean } = {},
): Promise<number> {
  const staff = found.length > 0 ? await findStaff(tx, frame.township) : [];
  let added = 0;
  for (const { note, ...relative } of found) {
    const meant = officerOf(relative.officer, staff);
    const kept = { ...relative, officer: meant?.name ?? relative.officer, officerAccount: meant?.account ?? null };
    if (frame.relatives.some((known) => isSameRelative(known, kept))) continue;
    added += 1;
    frame.relatives = [...frame.relatives, kept];
    await tx.rows(
      `insert into relative_registration (id, case_id, township, member, officer, officer_account, relation, how, note, "by", by_name, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        ...[newId(), frame.id, frame.township, kept.member, kept.officer, kept.officerAccount, kept.relation, kept.how, note ?? null],
        ...(byOffice ? [null, systemActor.name] : [tx.who.account, tx.who.name]),
        tx.at,
      ],
    );
  }
  if (frame.relatives.length > 0) frame.hasRelatives = true;
  return added;
}

function officerOf(written: string, staff: readonly StaffMember[]): StaffMember | undefined {
  const called = staff.find(({ username }) => username === written.trim());
  const namesakes = staff.filter(({ name }) => plainName(name) === plainName(written));
  return called ?? (namesakes.length === 1 ? namesakes[0] : undefined);
}
