import { NoticeFields } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { application, openOffice, type TestOffice } from './open-office.ts';
import { apply, caseAt, give, must } from './walk.ts';

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('the public notice', () => {
  test('shows the fields of the law and nothing else, and asks search engines to stay away', async () => {
    await caseAt(office, 1, 'notice');
    const { body, headers } = await office.ask<{ items: Record<string, unknown>[] }>(null, 'GET', '/api/notices');
    expect(headers['x-robots-tag']).toContain('noindex');
    const [notice] = body.items;
    expect(Object.keys(notice ?? {}).toSorted()).toEqual(['id', 'kind', ...NoticeFields.required].toSorted());
    for (const hidden of application(1).household.members.map(({ idNumber }) => String(idNumber)))
      expect(JSON.stringify(body)).not.toContain(hidden);
    expect(JSON.stringify(body)).not.toContain('甲小满');
  });

  test('anybody may object, without being named; the notice is gone then', async () => {
    const caseId = await caseAt(office, 2, 'notice');
    const { body: file } = await office.ask<{ notice: { id: string } }>('caseworker', 'GET', `/api/cases/${caseId}`);
    const object = () =>
      office.ask(null, 'POST', `/api/notices/${file.notice.id}/objections`, { text: '家里有门面出租', contact: '13800000000' });
    expect(await object()).toMatchObject({ status: 201 });
    expect((await office.ask(null, 'GET', `/api/notices/${file.notice.id}`)).status).toBe(410);
    expect([409, 410]).toContain((await object()).status);
    for (const part of ['', '/ledger'])
      expect(JSON.stringify((await office.ask('leader', 'GET', `/api/cases/${caseId}${part}`)).body)).not.toContain('13800000000');
    await must(give(office, caseId, 'objection', 'rejected', { means: 'survey', finding: '门面属于其兄。' }));
  });

  test('a notice that never was is not found', async () => {
    expect((await office.ask(null, 'GET', '/api/notices/01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('tracking by receipt', () => {
  test('a wrong number and wrong digits get the same answer', async () => {
    const { receipt } = await apply(office, 3);
    const wrongDigits = await office.ask(null, 'GET', `/api/track/${receipt}?lastFour=000X`);
    const wrongNumber = await office.ask(null, 'GET', `/api/track/DB26-00000000?lastFour=${lastFour(3)}`);
    expect(wrongDigits).toMatchObject({ status: 404, body: { code: 'LAST_FOUR_WRONG' } });
    expect(wrongNumber.body).toEqual(wrongDigits.body);
  });

  test('tells the stage, what comes and by when, in the language of the reader, and no name', async () => {
    const { receipt } = await apply(office, 4);
    const url = `/api/track/${receipt}?lastFour=${lastFour(4)}`;
    const { body } = await office.ask<{ steps: { label: string; state: string }[] }>(null, 'GET', url);
    expect(body).toMatchObject({ stage: 'received', nextBy: '2026-09-10', ending: null });
    expect(body.steps.map(({ state }) => state)).toEqual(['now', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    const english = await office.ask<{ steps: { label: string }[] }>(null, 'GET', url, undefined, {
      'accept-language': 'en-GB,en;q=0.9,zh;q=0.5',
    });
    expect(english.body.steps[0]?.label).toBe('Received');
    expect(JSON.stringify(body)).not.toContain('甲秋实');
  });

  test('the holder of the receipt withdraws', async () => {
    const { receipt } = await apply(office, 5);
    expect(
      await office.ask(null, 'POST', `/api/track/${receipt}/withdrawal`, { lastFour: lastFour(5), reason: '已找到工作' }),
    ).toMatchObject({ status: 200, body: { stage: 'closed', ending: 'withdrawn' } });
    expect((await office.ask(null, 'POST', `/api/track/${receipt}/withdrawal`, { lastFour: lastFour(5), reason: '再' })).status).toBe(409);
  });

  test('nobody tries digits all day', async () => {
    const limited = await openOffice({ rateLimits: true });
    const answers = [];
    for (let i = 0; i < 25; i++) answers.push(await limited.ask(null, 'GET', '/api/track/DB26-00000000?lastFour=0000'));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(20);
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'TOO_MANY' } });
    expect(answers.at(-1)?.headers['retry-after']).toBeDefined();
    await limited.close();
  });
});

describe('what everybody may ask', () => {
  test('areas, the map of a process, health, the document', async () => {
    expect(
      (await office.ask<{ townships: { villages: unknown[] }[] }>(null, 'GET', '/api/areas')).body.townships.map(
        ({ villages }) => villages.length,
      ),
    ).toEqual([8, 7]);
    const { body } = await office.ask<{ nodes: unknown[]; edges: unknown[] }>(null, 'GET', '/api/process/subsistence-allowance');
    expect(body.nodes.length).toBeGreaterThan(10);
    expect((await office.ask(null, 'GET', '/api/process/no-such-process')).status).toBe(404);
    for (const url of ['/api/health/live', '/api/health/ready', '/api/openapi.json', '/'])
      expect((await office.ask(null, 'GET', url)).status).toBe(200);
  });
  test('below /api nothing is a page', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await office.ask(null, method, '/api/nope');
      expect(status).toBe(404);
      expect(headers['content-type']).toContain('application/problem+json');
    }
  });
  test('there is no sandbox here', async () => {
    expect((await office.ask('leader', 'POST', '/api/sandbox/clock', { advance: 'P7D' })).status).toBe(404);
  });
});

function lastFour(serial: number): string {
  return application(serial).household.members[0]?.idNumber?.slice(-4) ?? '';
}
