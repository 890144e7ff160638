// Leads over HTTP [LAW 39; OP2023 3(4)]: who may report, what comes of it, and what nobody is told.
import { bringOn } from '@zhouji/api/look-ahead';
import { systemActor } from '@zhouji/database';
import { makeIdNumber } from '@zhouji/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { call, give, lead, met, open, report } from './lead-office.ts';
import { application, household, MORNING, openOffice, type TestOffice } from './open-office.ts';
import { caseAt, give as giveInCase, must } from './walk.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => office.clock.set(MORNING));

describe('reporting', () => {
  test('anybody reports without a name, learns a number, and by it how far it has come and nothing else', async () => {
    const answer = await office.ask<{ receipt: string; code: string; caseId: null }>(null, 'POST', '/api/leads', {
      call: call(1),
      township: '999901101',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      ...{ receipt: expect.stringMatching(/^XS26-/), code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{6}$/), caseId: null },
      expects: { receiptBy: '2026-09-09T01:40:59.999Z', contactBy: '2026-09-10T01:10:59.999Z', toldBy: '2026-09-16T16:00:00.000Z' },
    });
    const { receipt, code } = answer.body;
    const asked = await office.ask(null, 'POST', '/api/leads/progress', { receipt, code: ` ${code.toLowerCase()} ` });
    expect(asked.body).toEqual({ receipt, reportedAt: '2026-09-09T01:10:00.000Z', progress: 'received', photos: 0 });
  });

  test('without the code, with another one, or by another number nothing is told of a report, and all three look the same', async () => {
    const one = await report(office, 81, { who: null });
    const [{ code }] = (await query<{ code: string }>(office.base.urls.admin, 'select code from follow_code where case_id = $1', [
      one.caseId,
    ])) as [{ code: string }];
    const wrong = code === '000000' ? '111111' : '000000';
    const answers = [
      await office.ask(null, 'POST', '/api/leads/progress', { receipt: one.receipt }),
      await office.ask(null, 'POST', '/api/leads/progress', { receipt: one.receipt, code: wrong }),
      await office.ask(null, 'POST', '/api/leads/progress', { receipt: 'XS26-00000000', code }),
    ];
    for (const { status, body } of answers) expect([status, body]).toEqual([404, expect.objectContaining({ code: 'CODE_WRONG' })]);
    expect((await office.ask(null, 'POST', '/api/leads/progress', { receipt: one.receipt, code: "' or 1=1" })).status).toBe(422);
    expect((await office.ask(null, 'POST', '/api/leads/progress', { receipt: one.receipt, code })).status).toBe(200);
  });

  test('a report of an earlier version was given no code, and is asked about by its number', async () => {
    const { receipt, caseId } = await report(office, 82, { who: null });
    await query(office.base.urls.admin, 'delete from follow_code where case_id = $1', [caseId]);
    expect((await office.ask(null, 'POST', '/api/leads/progress', { receipt })).body).toMatchObject({ progress: 'received' });
  });

  test('a photo is added by number and code, and where and when it was taken is not kept', async () => {
    const { receipt, code, caseId } = await reportWithCode(83);
    const photo = jpeg({ exif: 'GPS 24.3264N 109.4281E 2026:09:09' });
    const added = await sendPhoto(receipt, code, photo);
    expect([added.status, added.body]).toEqual([201, { id: expect.any(String), count: 1 }]);
    const { photos } = await lead(office, caseId);
    expect(photos).toMatchObject([{ what: 'lead-photo', name: 'photo.jpg', mediaType: 'image/jpeg' }]);
    const headers = await office.headersOf('caseworker');
    const kept = await office.app.inject({ method: 'GET', url: `/api/documents/${photos[0]?.id}/content`, headers });
    expect(kept.statusCode).toBe(200);
    expect(kept.rawPayload.includes(Buffer.from('GPS'))).toBe(false);
    expect(kept.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect((await office.ask(null, 'POST', '/api/leads/progress', { receipt, code })).body).toMatchObject({ photos: 1 });
  });

  test('of a report five photos are taken and no sixth; ten megabytes and no byte more; no other kind of file', async () => {
    const { receipt, code } = await reportWithCode(84);
    const most = 10 * 1024 * 1024;
    const small = jpeg({}).length;
    for (const [file, status] of [
      [jpeg({ fill: most - small }), 201],
      [jpeg({ fill: most - small + 1 }), 422],
      [Buffer.from('%PDF-1.7\n'), 422],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 422],
      [jpeg({}).subarray(0, 30), 422],
      [Buffer.alloc(0), 422],
    ] as const)
      expect([file.length, (await sendPhoto(receipt, code, file)).status]).toEqual([file.length, status]);
    expect((await sendPhoto(receipt, '000000', jpeg({}))).status).toBe(404);
    for (let count = 2; count <= 5; count++) expect((await sendPhoto(receipt, code, jpeg({}))).body).toMatchObject({ count });
    expect((await sendPhoto(receipt, code, jpeg({}))).body).toMatchObject({ code: 'PHOTOS_FULL' });
  });

  test('the township finds it in its queue at once, due by the half hour, and whoever tells is not named', async () => {
    const { caseId } = await report(office, 2, { who: null });
    const view = await lead(office, caseId);
    expect(view.reporter).toBe(null);
    expect(view.tasks.map(({ kind }) => kind)).toEqual(['lead-receipt']);
    const clocks = await office.ask<{ items: { kind: string; dueAt: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/clocks`);
    expect(Object.fromEntries(clocks.body.items.map(({ kind, dueAt }) => [kind, dueAt]))).toMatchObject({
      // 09:10 in the township and 30 minutes; 24 hours; the third and the fifth working day.
      ...{ 'lead-receipt': '2026-09-09T01:40:59.999Z', 'lead-contact': '2026-09-10T01:10:59.999Z' },
      ...{ 'lead-path': '2026-09-14T16:00:00.000Z', 'lead-feedback': '2026-09-16T16:00:00.000Z' },
    });
  });

  test('where somebody is in danger contact is due within two hours', async () => {
    const { caseId } = await report(office, 3, { more: { danger: true } });
    expect((await lead(office, caseId)).urgency).toBe('emergency');
    const clocks = await office.ask<{ items: { kind: string; dueAt: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/clocks`);
    expect(clocks.body.items.find(({ kind }) => kind === 'lead-contact-emergency')?.dueAt).toBe('2026-09-09T03:10:59.999Z');
  });

  test('the half hour is met in the minute that it leads to, and missed in the next [CIVIL 1259]', async () => {
    for (const [serial, at, state] of [
      [61, '2026-09-09T01:40:30.000Z', 'met'],
      [62, '2026-09-09T01:41:00.000Z', 'missed'],
    ] as const) {
      const { caseId } = await report(office, serial);
      office.clock.set(at);
      await must(give(office, caseId, 'lead-receipt', 'taken-on'));
      office.clock.set('2026-09-09T01:10:00.000Z');
      const clocks = await office.ask<{ items: { kind: string; state: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/clocks`);
      expect(clocks.body.items.find(({ kind }) => kind === 'lead-receipt')?.state).toBe(state);
    }
  });

  test('contact is in time in the minute that its day leads to, or its two hours in an emergency [CIVIL 1259]', async () => {
    for (const [serial, danger, at, kind, state] of [
      [63, false, '2026-09-10T01:10:59.998Z', 'lead-contact', 'met'],
      [64, false, '2026-09-10T01:11:00.000Z', 'lead-contact', 'missed'],
      [65, true, '2026-09-09T03:10:59.998Z', 'lead-contact-emergency', 'met'],
      [66, true, '2026-09-09T03:11:00.000Z', 'lead-contact-emergency', 'missed'],
    ] as const) {
      const { caseId } = await report(office, serial, { more: { danger } });
      await must(give(office, caseId, 'lead-receipt', 'taken-on'));
      office.clock.set(at);
      await must(give(office, caseId, 'lead-contact', 'met', { means: 'phone', metOn: at.slice(0, 10), finding: '已通话。' }));
      office.clock.set('2026-09-09T01:10:00.000Z');
      const clocks = await office.ask<{ items: { kind: string; state: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/clocks`);
      expect(clocks.body.items.find((clock) => clock.kind === kind)?.state).toBe(state);
    }
  });

  test('sent twice under one key it is one lead', async () => {
    const body = { call: call(4), township: '999901101' };
    const headers = { 'idempotency-key': 'a-report-sent-twice' };
    const [one, other] = [
      await office.ask(null, 'POST', '/api/leads', body, headers),
      await office.ask(null, 'POST', '/api/leads', body, headers),
    ];
    expect(other.body).toEqual(one.body);
  });

  test.each([
    ['a township of nowhere', { township: '999901999' }, '/township'],
    ['a village of another township', { call: call(5, { place: { village: '999901102201' } }) }, '/call/place/village'],
    ['an ID number with a wrong last digit', { call: call(5, { person: { idNumber: '999901195002030010' } }) }, '/call/person/idNumber'],
    ['a day to come', { call: call(5, { since: '2026-09-10' }) }, '/call/since'],
    ['nothing said', { call: call(5, { what: '' }) }, '/call/what'],
    ['a text of 2,001 characters', { call: call(5, { what: '字'.repeat(2001) }) }, '/call/what'],
    ['an alert that only a match of registers gives', { source: 'data-alert' }, '/source'],
    ['a field that nobody knows', { isAdmin: true }, '/isAdmin'],
  ])('%s is refused with the field, and nothing is written', async (_, change, path) => {
    const before = await count(office);
    const answer = await office.ask<{ errors: { path: string }[] }>('caseworker', 'POST', '/api/leads', {
      call: call(5),
      township: '999901101',
      ...change,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
    expect(await count(office)).toBe(before);
  });

  test('a village aide reports for the own township, sees the own reports and no others', async () => {
    const { receipt, caseId } = await report(office, 6, { who: 'village-aide' });
    const other = await report(office, 7);
    const list = await office.ask<{ items: { receipt: string; source: string }[] }>('village-aide', 'GET', '/api/leads');
    expect(list.body.items.map((line) => [line.receipt, line.source])).toEqual([[receipt, 'village-aide']]);
    const own = await lead(office, caseId, 'village-aide');
    expect([own.tasks, own.reporter, own.similar]).toEqual([[], null, []]);
    expect((await office.ask('village-aide', 'GET', `/api/leads/${other.caseId}`)).status).toBe(404);
    const elsewhere = await office.ask('village-aide', 'POST', '/api/leads', { call: call(7, { place: {} }), township: '999901102' });
    expect(elsewhere.status).toBe(403);
  });

  test('the leads of one township are none of the other', async () => {
    const { caseId } = await report(office, 8);
    expect((await office.ask('baishi-caseworker', 'GET', `/api/leads/${caseId}`)).status).toBe(404);
  });

  test('the same neighbour reported again is shown beside the first, and merged with it', async () => {
    const first = await report(office, 9);
    const again = await report(office, 9, { who: null });
    expect((await lead(office, again.caseId)).similar.map(({ receipt }) => receipt)).toEqual([first.receipt]);
    const wrong = await give(office, again.caseId, 'lead-receipt', 'merged', { receipt: 'XS26-00000000' });
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'LEAD_UNKNOWN']);
    await must(give(office, again.caseId, 'lead-receipt', 'merged', { receipt: first.receipt }));
    expect((await lead(office, again.caseId)).case.ending).toBe('passed-on');
    const ledger = await office.ask<{ items: { kind: string }[] }>('caseworker', 'GET', `/api/cases/${first.caseId}/ledger`);
    expect(ledger.body.items.map(({ kind }) => kind)).toContain('lead.joined');
  });

  test('what lies in another township goes there, with whoever reported it', async () => {
    const { caseId } = await report(office, 10, {
      of: { source: 'hospital', unit: '演示县医院' },
      more: { caller: { name: '乙大夫', phone: '0000-1234', isAnonymous: false } },
    });
    const same = await give(office, caseId, 'lead-receipt', 'passed-on', { township: '999901101', reason: '人在那边。' });
    expect(same.body['code']).toBe('TRANSFER_NOWHERE');
    await must(give(office, caseId, 'lead-receipt', 'passed-on', { township: '999901102', village: '999901102201', reason: '人在那边。' }));
    const there = await office.ask<{ items: { caseId: string; village: { code: string } }[] }>('baishi-caseworker', 'GET', '/api/leads');
    expect(there.body.items).toMatchObject([{ village: { code: '999901102201' } }]);
    const view = await lead(office, there.body.items[0]!.caseId, 'baishi-caseworker');
    expect(view.reporter).toMatchObject({ name: '乙大夫', phone: '0000-1234' });
    expect((await lead(office, caseId)).case.ending).toBe('passed-on');
  });
});

describe('helping to apply', () => {
  const OWN = { village: '999901101201' };
  const OTHER = { village: '999901101203' };
  const preparedIn = async (serial: number, place: object) => {
    const caseId = await met(office, serial, { more: { place: { township: '999901101', ...place } } });
    await must(give(office, caseId, 'lead-path', 'application', { programme: 'subsistence-allowance', found: 'may-qualify' }));
    return caseId;
  };
  const queue = async (who: string) =>
    (await office.ask<{ items: { caseId: string; kind: string }[]; counts: { all: number } }>(who, 'GET', '/api/tasks?limit=200')).body;

  test('an aide has the tasks of her own village in her queue, and none of the village beside it [LAW 39; M57 6]', async () => {
    const before = await queue('village-aide');
    const [own, other] = [await preparedIn(86, OWN), await preparedIn(87, OTHER)];
    const after = await queue('village-aide');
    const cases = after.items.map(({ caseId }) => caseId);
    expect([cases.includes(own), cases.includes(other)]).toEqual([true, false]);
    expect(after.counts.all).toBe(before.counts.all + 1);
    // The township has both.
    const township = (await queue('caseworker')).items.map(({ caseId }) => caseId);
    expect([township.includes(own), township.includes(other)]).toEqual([true, true]);
  });

  test('she sees of it what helping takes, and not who reported', async () => {
    const reported = { caller: { name: '乙邻居', phone: '0000-4321', isAnonymous: false }, place: { township: '999901101', ...OWN } };
    const caseId = await met(office, 88, { more: reported });
    expect((await office.ask('village-aide', 'GET', `/api/leads/${caseId}`)).status).toBe(404);
    await must(give(office, caseId, 'lead-path', 'application', { programme: 'subsistence-allowance', found: 'may-qualify' }));
    const view = await lead(office, caseId, 'village-aide');
    expect([view.reporter, view.known.person.name, view.prepared.length]).toEqual([null, '甲孤舟', 1]);
    expect(JSON.stringify(view)).not.toContain('0000-4321');
    const task = view.tasks.find(({ kind }) => kind === 'lead-application')!;
    const done = await office.ask('village-aide', 'PUT', `/api/tasks/${task.id}/outcome`, {
      ...{ version: task.version, outcome: 'declined', with: { reason: '儿子接去同住。' } },
    });
    expect(done.status).toBe(200);
    // It is the township's again.
    expect((await office.ask('village-aide', 'GET', `/api/leads/${caseId}`)).status).toBe(404);
  });

  test('of another village she sees neither the lead, nor the task, nor what is prepared, and does nothing there', async () => {
    const caseId = await preparedIn(89, OTHER);
    const view = await lead(office, caseId);
    const task = view.tasks.find(({ kind, outcome }) => kind === 'lead-application' && outcome === null)!;
    expect((await office.ask('village-aide', 'GET', `/api/leads/${caseId}`)).status).toBe(404);
    expect((await office.ask('village-aide', 'GET', `/api/tasks/${task.id}`)).status).toBe(404);
    expect((await office.ask('village-aide', 'GET', `/api/prepared-applications/${view.prepared[0]!.id}`)).status).toBe(404);
    const done = await office.ask('village-aide', 'PUT', `/api/tasks/${task.id}/outcome`, {
      ...{ version: task.version, outcome: 'declined', with: { reason: '不需要。' } },
    });
    expect([done.status, done.body]).toEqual([403, expect.objectContaining({ code: 'NOT_YOUR_DUTY' })]);
  });
});

describe('what comes of a lead', () => {
  test('it becomes an application that says already what is known, and handing that in ends it', async () => {
    const caseId = await met(office, 21);
    await must(give(office, caseId, 'lead-path', 'application', { programme: 'subsistence-allowance', found: 'may-qualify' }));
    const view = await lead(office, caseId);
    expect(view.prepared).toHaveLength(1);
    expect(await open(office, caseId)).toEqual(['lead-application:1']);
    const prepared = await must(office.ask('caseworker', 'GET', `/api/prepared-applications/${view.prepared[0]!.id}`));
    const idNumber = makeIdNumber('999901', '1950-02-03', 'male', 21);
    expect(prepared.body).toMatchObject({
      ...{
        programme: 'subsistence-allowance',
        village: '999901101203',
        phone: '13800000021',
        what: '老人独居，摔伤后没有人照顾，家里没有米了。',
      },
      ...{ applicant: { name: '甲孤舟', idNumber, birth: '1950-02-03', sex: 'male' }, origin: { caseId, process: 'lead' } },
    });
    const family = {
      ...household(21),
      members: [{ name: '甲孤舟', relation: 'applicant', birth: '1950-02-03', sex: 'male', idNumber }],
      income: [],
    };
    const applied = await must(
      office.ask<{ caseId: string; receipt: string }>('caseworker', 'POST', '/api/applications', {
        ...application(21, { more: { household: family, declarations: { truthful: true, authorizations: ['甲孤舟'] } } }),
        prepared: view.prepared[0]!.id,
      }),
    );
    const after = await lead(office, caseId);
    expect(after.case.ending).toBe('helped');
    expect(after.turnedInto.map(({ receipt, process }) => [receipt, process])).toEqual([[applied.body.receipt, 'subsistence-allowance']]);
    expect(after.found).toBe('may-qualify');
    const again = await office.ask('caseworker', 'POST', '/api/applications', { ...application(22), prepared: view.prepared[0]!.id });
    expect([again.status, again.body['code']]).toEqual([409, 'CASE_CLOSED']);
  });

  test('what the office has begun is nobody else’s: not the public’s, not another township’s, not a citizen’s draft', async () => {
    const caseId = await met(office, 23);
    await must(give(office, caseId, 'lead-path', 'application', { programme: 'subsistence-allowance', found: 'not-delivered' }));
    const { id } = (await lead(office, caseId)).prepared[0]!;
    expect((await office.ask('baishi-caseworker', 'GET', `/api/prepared-applications/${id}`)).status).toBe(404);
    expect((await office.ask('leader', 'GET', `/api/prepared-applications/${id}`)).status).toBe(403);
    expect((await office.ask(null, 'POST', '/api/applications', { ...application(23), prepared: id })).status).toBe(403);
    const draft = await office.ask<{ draft: { id: string } }>(null, 'POST', '/api/drafts', {
      programme: 'subsistence-allowance',
      township: '999901101',
    });
    expect((await office.ask('caseworker', 'GET', `/api/prepared-applications/${draft.body.draft.id}`)).status).toBe(404);
  });

  test('who does not want to apply is thought about again', async () => {
    const caseId = await met(office, 24);
    await must(give(office, caseId, 'lead-path', 'application', { programme: 'subsistence-allowance', found: 'may-qualify' }));
    await must(give(office, caseId, 'lead-application', 'declined', { reason: '儿子接去同住。' }));
    expect(await open(office, caseId)).toEqual(['lead-path:2']);
    await must(give(office, caseId, 'lead-path', 'no-need', { reason: '已由儿子赡养。' }));
    expect((await lead(office, caseId)).case.ending).toBe('no-need');
  });

  test('what is urgent is relieved on receipt: the limits of the relief run from the report', async () => {
    const { caseId } = await report(office, 25, { more: { danger: true } });
    office.clock.set('2026-09-09T01:20:00.000Z');
    await must(give(office, caseId, 'lead-receipt', 'relief'));
    office.clock.set('2026-09-09T01:10:00.000Z');
    const view = await lead(office, caseId);
    expect(view.case.ending).toBe('helped');
    expect(view.turnedInto).toMatchObject([{ process: 'quick-relief', tasks: [{ kind: 'triage' }] }]);
    const clocks = await office.ask<{ items: { kind: string; dueAt: string }[] }>(
      'caseworker',
      'GET',
      `/api/cases/${view.turnedInto[0]!.caseId}/clocks`,
    );
    expect(clocks.body.items.find(({ kind }) => kind === 'triage')?.dueAt).toBe('2026-09-09T03:10:59.999Z');
  });

  test('after contact it becomes a relief with the name that contact has found out', async () => {
    const { caseId } = await report(office, 26, { who: null, more: { person: {} } });
    await must(give(office, caseId, 'lead-receipt', 'taken-on'));
    await must(give(office, caseId, 'lead-contact', 'met', { means: 'visit', metOn: '2026-09-09', finding: '断粮两天。', name: '甲无名' }));
    expect((await lead(office, caseId)).case.applicant).toBe('甲无名');
    await must(give(office, caseId, 'lead-path', 'relief', { found: 'may-qualify' }));
    const view = await lead(office, caseId);
    expect(view.case.ending).toBe('helped');
    const relief = await must(office.ask<{ case: { applicant: string } }>('caseworker', 'GET', `/api/cases/${view.turnedInto[0]!.caseId}`));
    expect(relief.body.case.applicant).toBe('甲无名');
  });

  test('a policy of another department goes there, with nothing of the person unless they agree', async () => {
    const nowhere = await give(office, await met(office, 27), 'lead-path', 'department', {
      receiver: 'nobody',
      found: 'not-delivered',
      matter: '医保',
    });
    expect(nowhere.body['code']).toBe('NO_SUCH_RECEIVER');
    for (const [serial, consent] of [
      [28, undefined],
      [29, 'spoken'],
    ] as const) {
      const caseId = await met(office, serial);
      const asked = {
        receiver: 'yanshi-medical-insurance',
        found: 'not-delivered',
        matter: '请核实参保资助。',
        ...(consent ? { consent } : {}),
      };
      await must(give(office, caseId, 'lead-path', 'department', asked));
      const view = await lead(office, caseId);
      expect(view.case.ending).toBe('passed-on');
      const passed = await office.database.transact(systemActor, '2026-09-09T02:00:00.000Z', (tx) =>
        tx.rows<{ passed: { thing: string }[] }>('select passed from referral where case_id = $1', [view.turnedInto[0]!.caseId]),
      );
      expect(passed[0]!.passed.map(({ thing }) => thing)).toEqual(consent ? ['name', 'phone', 'address'] : []);
    }
  });

  test('a complex case is brought before the county by the township’s leader; asked twice it is one discussion', async () => {
    const caseId = await met(office, 30);
    await must(give(office, caseId, 'lead-path', 'discussion', { reason: '病重、失独、住房倒塌。' }));
    const view = await lead(office, caseId);
    expect(view).toMatchObject({ found: 'complex', case: { ending: 'passed-on' }, turnedInto: [{ process: 'case-discussion' }] });
    const again = await met(office, 30);
    await must(give(office, again, 'lead-path', 'discussion', { reason: '同一家。' }));
    expect((await lead(office, again)).case.ending).toBe('passed-on');
  });

  test('no need takes a reason', async () => {
    const caseId = await met(office, 31);
    expect((await give(office, caseId, 'lead-path', 'no-need')).status).toBe(422);
    await must(give(office, caseId, 'lead-path', 'no-need', { reason: '家人已回来照料。' }));
    expect((await lead(office, caseId)).case.ending).toBe('no-need');
  });

  test('an award that nobody has cannot be checked', async () => {
    const caseId = await met(office, 32);
    const answer = await give(office, caseId, 'lead-path', 'award-check', { receipt: 'DY26-00000000', reason: '登记有车辆。' });
    expect([answer.status, answer.body['code']]).toEqual([422, 'AWARD_UNKNOWN']);
    expect(await open(office, caseId)).toEqual(['lead-path:1']);
  });

  test('who may no longer qualify is reviewed by the rules of the award, named by its own number or by that of the application', async () => {
    const applied = await caseAt(office, 40, 'notice');
    office.clock.set('2026-09-17T01:10:00.000Z');
    await office.database.transact(systemActor, office.clock.now(), (tx) => bringOn(tx, applied));
    const { receipt } = (await must(office.ask<{ case: { receipt: string } }>('caseworker', 'GET', `/api/cases/${applied}`))).body.case;
    await must(giveInCase(office, applied, 'confirm', 'confirmed'));
    const { caseId } = await report(office, 41);
    await must(give(office, caseId, 'lead-receipt', 'taken-on'));
    await must(give(office, caseId, 'lead-contact', 'met', { means: 'visit', metOn: '2026-09-17', finding: '有车。' }));
    await must(give(office, caseId, 'lead-path', 'award-check', { receipt, reason: '登记有车辆。' }));
    expect(await lead(office, caseId)).toMatchObject({ found: 'may-no-longer-qualify', case: { ending: 'passed-on' } });
    const told = await office.database.transact(systemActor, office.clock.now(), (tx) =>
      tx.rows<{ kind: string }>(`select l.kind from ledger l join cases c on c.id = l.case_id where c.origin = $1 order by l.seq`, [
        applied,
      ]),
    );
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['change.reported', 'review-interval.called-early']));
  });

  test('nobody was met before the lead was there, or after today', async () => {
    const { caseId } = await report(office, 33);
    await must(give(office, caseId, 'lead-receipt', 'taken-on', { urgency: 'emergency' }));
    expect((await lead(office, caseId)).urgency).toBe('emergency');
    for (const metOn of ['2026-09-08', '2026-09-10']) {
      const answer = await give(office, caseId, 'lead-contact', 'met', { means: 'phone', metOn, finding: '已通话。' });
      expect([answer.status, answer.body['code']]).toEqual([422, 'DAY_IMPOSSIBLE']);
    }
  });

  test('whoever left a number is told before the lead ends', async () => {
    const caseId = await met(office, 34, { who: null, more: { caller: { phone: '0000-5678', isAnonymous: false } } });
    await must(give(office, caseId, 'lead-path', 'no-need', { reason: '家人已回来照料。' }));
    expect(await open(office, caseId)).toEqual(['lead-feedback:1']);
    await must(give(office, caseId, 'lead-feedback', 'told', { means: 'phone', toldOn: '2026-09-09' }));
    expect((await lead(office, caseId)).case.ending).toBe('no-need');
  });

  test('only who follows leads decides on them', async () => {
    const caseId = await met(office, 35);
    for (const who of ['leader', 'village-aide', 'county', 'hotline']) {
      const answer = await give(office, caseId, 'lead-path', 'no-need', { reason: '没有。' }, who);
      expect([403, 404]).toContain(answer.status);
    }
  });
});

async function count(at: TestOffice): Promise<number> {
  const { body } = await at.ask<{ items: unknown[] }>('caseworker', 'GET', '/api/leads?limit=200');
  return body.items.length;
}

async function reportWithCode(serial: number): Promise<{ receipt: string; code: string; caseId: string }> {
  const body = { call: call(serial), township: '999901101' };
  const { receipt, code } = (await must(office.ask<{ receipt: string; code: string }>(null, 'POST', '/api/leads', body))).body;
  const { body: list } = await office.ask<{ items: { caseId: string; receipt: string }[] }>('caseworker', 'GET', '/api/leads?limit=200');
  return { receipt, code, caseId: list.items.find((line) => line.receipt === receipt)?.caseId ?? '' };
}

async function sendPhoto(receipt: string, code: string, photo: Buffer) {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(photo)], { type: 'image/jpeg' }), 'IMG_20260909_24N109E.jpg');
  const request = new Response(form);
  const headers = { 'content-type': request.headers.get('content-type') ?? '', 'x-follow-code': code };
  const payload = Buffer.from(await request.arrayBuffer());
  const answer = await office.app.inject({ method: 'POST', url: `/api/leads/${receipt}/photos`, headers, payload });
  return { status: answer.statusCode, body: answer.json<{ id: string; count: number }>() };
}

/** As small as a JPEG gets, with what a camera writes into it, and filled up with so many bytes of picture. */
function jpeg({ exif, fill = 0 }: { exif?: string; fill?: number }): Buffer {
  const segment = (kind: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, kind, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(exif === undefined ? [] : [segment(0xe1, Buffer.from(`Exif\0\0MM\0*\0\0\0\b\0\0${exif}`, 'latin1'))]),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.alloc(fill, 0x55),
    Buffer.from([0xff, 0xd9]),
  ]);
}
