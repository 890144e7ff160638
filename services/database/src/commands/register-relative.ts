import { isCloseRelation, type Kin, refuse, type RelativeSource, roles, type Role, fieldFaults } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { doersOf, isSamePerson } from '../record/doer.ts';
import { enter } from '../record/enter.ts';
import { keepRelatives } from '../record/keep-relative.ts';
import { isUuid, lockCase } from '../record/lock-case.ts';
import { saveCase } from '../record/save-case.ts';
import { audit } from './audit.ts';

export interface NewRelative {
  caseId: string;
  member: string;
  /** A user name or a name. */
  officer: string;
  relation: Kin;
  /** Left out: found by whoever registers it. */
  how?: RelativeSource;
  note?: string;
}

/**
 * M57 11, 20 — Registers a relative who is found after the application: the officer is recused from every task of the
 * case from now on, and the county visits before anybody decides. Registered twice it stands once.
 *
 * @returns the steps that the officer had already taken part in, for whoever has to look at them again
 * @throws Refusal NOT_FOUND, CASE_CLOSED, NOT_CLOSE_RELATIVE, FIELDS_REFUSED (no such member)
 */
export async function registerRelative(
  tx: Tx,
  { caseId, member, officer, relation, how, note }: NewRelative,
): Promise<{ caseId: string; did: { kind: string; round: number }[] }> {
  const frame = await lockCase(tx, { caseId });
  if (frame.closedAt) refuse('CASE_CLOSED', { ending: frame.ending, at: frame.closedAt });
  if (!isCloseRelation(relation)) return refuse('NOT_CLOSE_RELATIVE', { relation, source: 'CIVIL 1045' });
  if (!frame.facts.household.members.some(({ name }) => name === member))
    refuse('FIELDS_REFUSED', {
      errors: [{ path: 'member', code: 'NO_SUCH_MEMBER', message: fieldFaults['not-a-member'] }],
    });
  const source = how ?? (roles[tx.who.role as Role]?.level === 'county' ? 'county' : 'officer');
  const added = await keepRelatives(tx, frame, [{ member, officer, relation, how: source, ...(note === undefined ? {} : { note }) }]);
  if (added > 0) enter(tx, frame, { kind: 'relatives.registered', data: { count: added, how: source } });
  saveCase(tx, frame);
  audit(tx, { action: 'register-relative', township: frame.township, caseId, data: { how: source } });
  tx.writes.nudge(frame);
  const kept = frame.relatives.at(-1);
  const did = frame.tasks.filter((task) =>
    doersOf(task).some((doer) => kept && isSamePerson(doer, { account: kept.officerAccount, name: kept.officer })),
  );
  return { caseId, did: did.map(({ kind, round }) => ({ kind, round })) };
}

/** M57 11 — The county puts a registration on file. Done twice it stands as it was first. @throws Refusal NOT_FOUND */
export async function fileRelative(tx: Tx, id: string): Promise<void> {
  if (!isUuid.test(id)) return refuse('NOT_FOUND');
  const [found] = await tx.rows<{ case_id: string; filed_at: string | null }>(
    'select case_id, filed_at from relative_registration where id = $1',
    [id],
  );
  if (!found) return refuse('NOT_FOUND');
  if (found.filed_at !== null) return;
  const frame = await lockCase(tx, { caseId: found.case_id });
  await tx.rows('update relative_registration set filed_at = $2, filed_by_name = $3 where id = $1 and filed_at is null', [
    id,
    tx.at,
    tx.who.name,
  ]);
  enter(tx, frame, { kind: 'relatives.filed', data: { registration: id } });
  saveCase(tx, frame);
  audit(tx, { action: 'file-relative', township: frame.township, caseId: frame.id, target: `relative:${id}` });
}
