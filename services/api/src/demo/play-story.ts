import { type Database, recordOf, systemActor } from '@zhouji/database';
import type { TaskKind } from '@zhouji/domain';
import type { CaseFile } from '../answers/case-file.ts';
import type { settableClock } from '../clock.ts';
import { bringOn } from '../look-ahead.ts';
import { Desks, staffOf } from './desks.ts';
import { asFound, type Family, withMeans } from './families.ts';
import type { MomentOf } from './seed-demo.ts';
import type { Story, StoryStep } from './stories.ts';

interface Stage {
  index: number;
  family: Family;
  desks: Desks;
  clock: ReturnType<typeof settableClock>;
  momentOf: MomentOf;
  database: Database;
}

/** Plays one story through the API. @returns the case */
export async function playStory({ appliedDaysAgo, means = 'poor', without, steps }: Story, stage: Stage): Promise<string> {
  const { index, family, desks, clock, momentOf } = stage;
  const household = withMeans(family.household, means, index);
  clock.set(momentOf(appliedDaysAgo, index * 3));
  const application = {
    programme: 'subsistence-allowance',
    township: family.township,
    village: family.village,
    household,
    declarations: { truthful: true, authorizations: household.members.map(({ name }) => name), relatives: [] },
    ...(without ? { without } : {}),
  };
  // Half of them come to the window.
  const helper = index % 2 === 0 ? staffOf(family.township, 'caseworker').username : null;
  const { caseId } = await desks.ask<{ caseId: string }>(helper, 'POST', '/api/applications', application);
  for (const [place, step] of steps.entries())
    await play(step, { ...stage, caseId, household, minute: 30 + index * 3 + place * 25, without });
  return caseId;
}

interface Scene extends Stage {
  caseId: string;
  household: Family['household'];
  minute: number;
  without: string[] | undefined;
}

async function play(step: StoryStep, scene: Scene): Promise<void> {
  const { caseId, family, desks, clock, momentOf, minute, database } = scene;
  clock.set(momentOf(step.daysAgo, minute % 480));
  // Periods that are over by now have ended on their day; the process would have seen to it.
  const open = await database.transact(systemActor, clock.now(), async (tx) => {
    await bringOn(tx, caseId);
    return (await recordOf(tx, caseId)).openTasks;
  });
  const caseworker = staffOf(family.township, 'caseworker').username;
  if (step.do === 'withdraw')
    return void (await desks.ask(caseworker, 'POST', `/api/cases/${caseId}/withdrawal`, { reason: '申请人已找到工作，自愿撤回。' }));
  if (step.do === 'object') {
    const { notice } = await desks.ask<CaseFile>(caseworker, 'GET', `/api/cases/${caseId}`);
    return void (await desks.ask(null, 'POST', `/api/notices/${notice?.id}/objections`, {
      text: '这户有一间门面在出租，申请时没有说明。',
    }));
  }
  const task = open.find(({ kind }) => kind === step.do);
  if (!task) throw new Error(`Case ${caseId} has no open ${step.do}`);
  await desks.ask(doerOf(step.do, family.township), 'PUT', `/api/tasks/${task.id}/outcome`, {
    version: task.version,
    outcome: 'outcome' in step ? step.outcome : '',
    with: withOf(step, scene),
  });
}

function doerOf(kind: TaskKind, township: string): string {
  const role =
    ({ verification: 'verification-officer', opinion: 'reviewer', confirm: 'leader' } as const)[
      kind as 'verification' | 'opinion' | 'confirm'
    ] ?? 'caseworker';
  return staffOf(township, role).username;
}

function withOf(step: StoryStep, { family, household, index, clock, without }: Scene): object {
  const day = clock.now().slice(0, 10);
  const surveyors = [0, 1].map((which) => staffOf(family.township, 'caseworker', which).name.zh);
  switch (`${step.do}.${'outcome' in step ? step.outcome : ''}`) {
    case 'intake.supplement':
      return { missing: without ?? [] };
    case 'survey.done':
      return {
        surveyors,
        visitedOn: day,
        means: 'visit',
        signedBy: household.members[0]?.name,
        household: index % 4 === 0 ? asFound(household, 20) : household,
      };
    case 'survey.nobody-home':
      return { triedOn: day, note: '邻居说去县城看病了，周五回来。' };
    case 'verification.differs':
      return { summary: '社保部门比对显示本月工资比申报多 350 元。', household: asFound(household, 350) };
    case 'opinion.not-eligible':
      return { reason: '家庭人均月收入高于低保标准。' };
    default:
      return {};
  }
}
