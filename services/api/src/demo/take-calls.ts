import { type Database, systemActor } from '@zhouji/database';
import type { settableClock } from '../clock.ts';
import type { Desks } from './desks.ts';
import type { MomentOf } from './seed-demo.ts';

type Outcome = readonly [kind: string, who: string, outcome: string, data?: object];

/** What people have told the hotline, and what was done about it; `daysAgo` are working days. */
const calls: readonly { daysAgo: number; contact: object; steps: readonly Outcome[] }[] = [
  {
    daysAgo: 6,
    contact: said('help', '屋顶漏雨，床都打湿了，请人修要一千多，拿不出。', { name: '庚来电', phone: '13900000011' }, ['elderly']),
    steps: [
      ['dispatch', 'hotline', 'accepted'],
      ['answer', 'caseworker', 'answered', { reply: '已经上门看过，先铺了防雨布，帮你申请住房修缮补助。', told: 'in-person' }],
    ],
  },
  {
    daysAgo: 3,
    contact: said('complaint', '去窗口办低保跑了三趟，每次都说缺材料，没有一次说全。', { name: '辛来电', phone: '13900000012' }),
    steps: [
      ['dispatch', 'hotline', 'accepted'],
      ['answer', 'caseworker', 'return-asked', { reason: '窗口属县政务服务中心管理，不在本镇职责内。' }],
    ],
  },
  {
    daysAgo: 1,
    contact: said('other', '村里的救助公示栏被广告盖住了，看不见。', { name: '壬来电', phone: '13900000013' }),
    steps: [['dispatch', 'hotline', 'accepted']],
  },
  // Relief first: one has to be triaged, one waits for the leader, of one the papers are still to be completed.
  { daysAgo: 0, contact: urgent('打工的房子塌了一面墙，一家三口今晚没地方住。', { name: '甲急来', phone: '13900000015' }), steps: [] },
  {
    daysAgo: 0,
    contact: urgent('母子俩钱包被偷，两天没吃上热饭。', { name: '乙急来', phone: '13900000016' }, ['child']),
    steps: [['triage', 'caseworker', 'relief-first', proposal(2, '500')]],
  },
  {
    daysAgo: 2,
    contact: urgent('出租屋着火，衣物粮食都烧了。', { name: '丙急来', phone: '13900000017' }, ['elderly']),
    steps: [
      ['triage', 'caseworker', 'relief-first', proposal(3, '820')],
      ['relief', 'leader', 'granted', {}],
      ['payout', 'caseworker', 'paid', { receivedBy: '丙急来', proof: 'signature', witness: '丁见证' }],
    ],
  },
  { daysAgo: 0, contact: said('enquiry', '孩子上大学，学费能不能申请临时救助？', { name: '癸来电', phone: '13900000014' }), steps: [] },
];

/** Plays them through the API, with a callback that somebody waits for today. */
export async function takeCalls({
  database,
  desks,
  clock,
  momentOf,
}: {
  database: Database;
  desks: Desks;
  clock: ReturnType<typeof settableClock>;
  momentOf: MomentOf;
}): Promise<void> {
  for (const { daysAgo, contact, steps } of calls) {
    clock.set(momentOf(daysAgo, 210));
    const { caseId } = await desks.ask<{ caseId: string }>('hotline', 'POST', '/api/contacts', contact);
    for (const [index, [kind, who, outcome, data = {}]] of steps.entries()) {
      clock.set(momentOf(daysAgo, 215 + index * 20));
      const { id, version } = await openTask(database, clock.now(), caseId, kind);
      const toldOn = 'told' in data ? { toldOn: clock.now().slice(0, 10) } : {};
      await desks.ask(who, 'PUT', `/api/tasks/${id}/outcome`, { version, outcome, with: { ...data, ...toldOn } });
    }
  }
}

async function openTask(database: Database, at: string, caseId: string, kind: string): Promise<{ id: string; version: number }> {
  const [task] = await database.transact(systemActor, at, (tx) =>
    tx.rows<{ id: string; version: number }>('select id, version from task where case_id = $1 and kind = $2 and closed_at is null', [
      caseId,
      kind,
    ]),
  );
  if (!task) throw new Error(`No ${kind} is open`);
  return task;
}

function proposal(persons: number, amount: string): object {
  return { persons, amount, channel: 'cash', reason: '突然遇险，当天没有住处和食物。', witness: '丁见证' };
}

function urgent(what: string, who: { name: string; phone: string }, vulnerable: readonly string[] = []): object {
  return { ...said('help', what, who, vulnerable), urgency: 'emergency' };
}

function said(kind: string, what: string, { name, phone }: { name: string; phone: string }, vulnerable: readonly string[] = []): object {
  return {
    ...{ kind: 'call', class: kind, urgency: 'ordinary', hasConsent: true },
    call: {
      caller: { name, phone, isAnonymous: false },
      person: {},
      place: { township: '999901101' },
      ...{ what, vulnerable, danger: false },
    },
  };
}
