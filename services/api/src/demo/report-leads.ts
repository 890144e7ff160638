import { makeIdNumber } from '@zhouji/domain';
import type { settableClock } from '../clock.ts';
import type { Desks } from './desks.ts';
import type { MomentOf } from './seed-demo.ts';

type Outcome = readonly [kind: string, outcome: string, data?: (day: string) => object];

/** Whom an aide, the public and a hospital have told of, and how far the township has come; `daysAgo` are working days. */
const leads: readonly { who: string | null; daysAgo: number; lead: object; steps: readonly Outcome[] }[] = [
  {
    who: 'village-aide',
    daysAgo: 2,
    lead: told(
      '老人独居，上周摔伤，儿女在外地，家里没有存粮。',
      { name: '甲独守', idNumber: makeIdNumber('999901', '1948-09-10', 'female', 41) },
      201,
    ),
    steps: [
      ['lead-receipt', 'taken-on'],
      ['lead-contact', 'met', (metOn) => ({ means: 'visit', metOn, finding: '情况属实，行走不便，靠邻居送饭。' })],
    ],
  },
  {
    who: 'caseworker-2',
    daysAgo: 1,
    lead: {
      ...told('住院病人欠费，家里停工三个月。', { name: '乙住院' }, 204, { name: '演县医院社工', phone: '0000-4321' }),
      source: 'hospital',
      unit: '演示县医院',
    },
    steps: [['lead-receipt', 'taken-on']],
  },
  { who: null, daysAgo: 0, lead: told('桥头边有一户人家，孩子没有去上学，大人好像病着。', {}, 205), steps: [] },
];

/** Plays them through the API. */
export async function reportLeads({
  desks,
  clock,
  momentOf,
}: {
  desks: Desks;
  clock: ReturnType<typeof settableClock>;
  momentOf: MomentOf;
}): Promise<void> {
  for (const { who, daysAgo, lead, steps } of leads) {
    clock.set(momentOf(daysAgo, 95));
    const { caseId } = await desks.ask<{ caseId: string | null }>(who, 'POST', '/api/leads', lead);
    for (const [index, [kind, outcome, data]] of steps.entries()) {
      clock.set(momentOf(daysAgo, 105 + index * 60));
      const { tasks } = await desks.ask<{ tasks: OpenTask[] }>('caseworker', 'GET', `/api/leads/${caseId}`);
      const task = tasks.find((one) => one.kind === kind && one.outcome === null);
      if (!task) throw new Error(`No ${kind} is open`);
      const body = { version: task.version, outcome, with: data?.(clock.now().slice(0, 10)) ?? {} };
      await desks.ask('caseworker', 'PUT', `/api/tasks/${task.id}/outcome`, body);
    }
  }
}

interface OpenTask {
  id: string;
  kind: string;
  version: number;
  outcome: string | null;
}

function told(what: string, person: object, village: number, caller?: object): object {
  return {
    township: '999901101',
    call: {
      caller: { ...caller, isAnonymous: caller === undefined },
      ...{ person, place: { village: `999901101${village}` }, what, vulnerable: [], danger: false },
    },
  };
}
