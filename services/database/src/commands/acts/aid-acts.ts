import { type Assessment, dayOf, fen, type Mode, parseYuan } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { aidDecisionLetter } from '../../letters/aid-decision.ts';
import { planPayment } from '../../money/index.ts';
import { aidRecordOf, earlierAidOf, knownGroupOf, wasHelpedForThis } from '../../record/aid-record.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { aidDecidedOn, instalmentsOf } from '../../record/instalments-of.ts';
import { modeOn } from '../../record/mode-on.ts';
import { removeNotices } from '../../record/remove-notices.ts';
import { saveCase } from '../../record/save-case.ts';
import { findAssessment } from './find-assessment.ts';
import { issueLetter } from './issue-letter.ts';
import { publish } from './publish.ts';

/** TA2018 2(2) — Whether the household is known already as one in hardship, so that its spending alone is looked at. */
export async function checkKnownGroup(tx: Tx, frame: CaseFrame): Promise<'known' | 'unknown'> {
  return (await knownGroupOf(tx, { id: frame.id, household: frame.facts.household }, tx.day)) ? 'known' : 'unknown';
}

/** TA2014 — Whether the household was helped already this calendar year for the same reason. */
export async function checkReason(tx: Tx, frame: CaseFrame): Promise<'new' | 'again'> {
  const { household } = frame.facts;
  return wasHelpedForThis(household, await earlierAidOf(tx, { id: frame.id, household })) ? 'again' : 'new';
}

/**
 * SC649 48; TA2018 2(2) — Who decides on the amount of an opinion: the township up to its ceiling where it is entrusted at
 * all, else the county. What is not to be granted has no amount, and the township refuses it where it is entrusted.
 */
export async function findDecider(tx: Tx, frame: CaseFrame, round: number): Promise<Mode> {
  const entrusted = modeOn(tx, frame, frame.acceptedAt ? dayOf(frame.acceptedAt) : tx.day);
  const assessment = await assessmentOf(tx, frame, round);
  frame.mode = entrusted === 'county' || assessment.decider === 'county' ? 'county' : 'delegated';
  saveCase(tx, frame);
  return frame.mode;
}

/** SC649 48; LAW 45 — The aid is written down with its instalments and its reasons, and published; what the township decided is filed with the county. */
export async function grantAid(tx: Tx, frame: CaseFrame, round: number): Promise<'filed' | 'decided'> {
  const assessment = await findAssessment(tx, frame);
  const { hardship, members } = frame.facts.household;
  if (!assessment?.amount || !hardship) throw new Error('aid is granted that nobody has assessed');
  const { amount, because } = assessment;
  const decidedOn = aidDecidedOn(frame, tx.day);
  const stages = instalmentsOf(frame) ?? [{ amount, on: decidedOn }];
  const isFiled = frame.mode !== 'county';
  const { isSpecial = false } = await aidRecordOf(tx, { id: frame.id, household: frame.facts.household });
  await tx.rows(
    `insert into aid (case_id, township, reason, member, amount_fen, decider, decided_on, is_special, because, granted_at, filed_at, member_id_number, since_day)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::json, $10, $11, $12, $13)`,
    [
      ...[frame.id, frame.township, hardship.kind, hardship.member ?? null, parseYuan(amount), isFiled ? 'township' : 'county', decidedOn],
      ...[isSpecial, JSON.stringify(because), tx.at, isFiled ? tx.at : null],
      ...[members.find(({ name }) => name === hardship.member)?.idNumber ?? null, hardship.since],
    ],
  );
  for (const [i, stage] of stages.entries())
    await tx.rows('insert into aid_stage (case_id, stage, township, fen, on_day) values ($1, $2, $3, $4, $5)', [
      ...[frame.id, i + 1, frame.township, parseYuan(stage.amount), stage.on],
    ]);
  enter(tx, frame, { kind: 'aid.granted', data: { amount, stages: stages.length, reason: hardship.kind }, byOffice: true });
  if (isFiled) enter(tx, frame, { kind: 'aid.filed', data: { amount }, byOffice: true });
  await issueLetter(tx, frame, 'aid-decision', round, (ground) => aidDecisionLetter(ground, { assessment, stages, isFiled }), assessment);
  removeNotices(tx, frame, 'notice');
  await publish(tx, frame, round, assessment);
  // What is decided holds nobody up who is in another hardship while the instalments are paid.
  tx.writes.add('claimEnd', { caseId: frame.id });
  return isFiled ? 'filed' : 'decided';
}

/** TA2018 2(4) — When an instalment is paid; none when all of them have had their turn. */
export function findInstalment(tx: Tx, frame: CaseFrame, stage: number): 'now' | 'on-day' | 'none' {
  const planned = instalmentsOf(frame);
  if (!planned) return stage === 1 ? 'now' : 'none';
  const instalment = planned[stage - 1];
  if (!instalment) return 'none';
  return instalment.on > tx.day ? 'on-day' : 'now';
}

/** TA2018 2(4) — The instalment is ordered, as it was decided; finance sends it on. */
export async function orderInstalment(tx: Tx, frame: CaseFrame, stage: number): Promise<'done'> {
  const [planned] = await tx.rows<{ fen: number }>('select fen::float8 as fen from aid_stage where case_id = $1 and stage = $2', [
    frame.id,
    stage,
  ]);
  if (!planned) throw new Error(`the aid has no instalment ${stage}`);
  const confirm = frame.tasks.findLast(({ kind, outcome }) => kind === 'confirm' && outcome === 'confirmed');
  const idNumber = frame.facts.household.members.find(({ relation }) => relation === 'applicant')?.idNumber;
  await planPayment(tx, frame, {
    stage,
    fen: fen(planned.fen),
    channel: 'bank',
    payee: { name: frame.applicantName, ...(idNumber === undefined ? {} : { idNumber }) },
    from: 'assistance-fund',
    plannedBy: { account: confirm?.givenBy ?? null, name: confirm?.givenByName ?? '' },
  });
  return 'done';
}

/** The assessment that the opinion of a round rests on. */
export async function assessmentOf(tx: Tx, frame: CaseFrame, round: number): Promise<Assessment> {
  const [kept] = await tx.rows<{ result: Assessment }>('select result from assessment where case_id = $1 and round = $2', [
    frame.id,
    round,
  ]);
  if (!kept) throw new Error(`no assessment was kept for opinion ${round}`);
  return kept.result;
}
