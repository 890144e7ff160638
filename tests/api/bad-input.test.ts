// Whatever is sent: an answer of the 4xx that says where, never a fault, and nothing half-written.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { query } from '../support/database.ts';
import { application, household, openOffice, type TestOffice } from './open-office.ts';
import { caseAt } from './walk.ts';

let office: TestOffice;
const ids: Record<string, string> = {};

interface Operation {
  method: string;
  url: string;
  body: object | undefined;
  query: string[];
}

beforeAll(async () => {
  office = await openOffice();
  ids['cases'] = await caseAt(office, 1, 'opinion');
  const file = await office.ask<{ tasks: { id: string }[] }>('caseworker', 'GET', `/api/cases/${ids['cases']}`);
  ids['tasks'] = file.body.tasks.at(-1)?.id ?? '';
  const letters = await office.ask<{ items: { id: string }[] }>('caseworker', 'GET', `/api/cases/${ids['cases']}/letters`);
  ids['letters'] = letters.body.items[0]?.id ?? '';
  const noticed = await caseAt(office, 2, 'notice');
  const notices = await office.ask<{ items: { id: string }[] }>(null, 'GET', '/api/notices');
  ids['notices'] = notices.body.items[0]?.id ?? noticed;
  ids['drafts'] = noticed;
  ids['documents'] = noticed;
});
afterAll(() => office.close());

describe('fields of an application', () => {
  const cases: [string, (body: ReturnType<typeof application>) => unknown, string][] = [
    ['a key that nobody knows', (body) => ({ ...body, extra: 1 }), '/extra'],
    ['a number where text belongs', (body) => ({ ...body, village: 999901101201 }), '/village'],
    [
      'a household of 200',
      (body) => withHousehold(body, { members: Array.from({ length: 200 }, (_, i) => ({ ...household().members[0], name: `人${i}` })) }),
      '/household/members',
    ],
    [
      'a negative amount',
      (body) => withHousehold(body, { income: [{ member: '甲秋实', kind: 'wage', monthly: '-600.00' }] }),
      '/household/income/0/monthly',
    ],
    [
      'an absurd amount',
      (body) => withHousehold(body, { income: [{ member: '甲秋实', kind: 'wage', monthly: '99999999999999999999.00' }] }),
      '/household/income/0/monthly',
    ],
    [
      'an amount that is a number',
      (body) => withHousehold(body, { income: [{ member: '甲秋实', kind: 'wage', monthly: 600 }] }),
      '/household/income/0/monthly',
    ],
    ['a birth before 1900', (body) => withMember(body, { birth: '1899-12-31' }), '/household/members/0/birth'],
    ['a death before the birth', (body) => withMember(body, { diedOn: '1984-03-01' }), '/household/members/0/diedOn'],
    ['a birth on no day', (body) => withMember(body, { birth: '1984-02-30' }), '/household/members/0/birth'],
    ['a birth tomorrow', (body) => withMember(body, { birth: '2026-09-10' }), '/household/members/0/birth'],
    ['a wrong check digit', (body) => withMember(body, { idNumber: '999901198403020010' }), '/household/members/0/idNumber'],
    [
      'an ID number of a day that does not exist',
      (body) => withMember(body, { idNumber: '999901198413450019' }),
      '/household/members/0/idNumber',
    ],
    [
      'income of nobody',
      (body) => withHousehold(body, { income: [{ member: '无名氏', kind: 'wage', monthly: '1.00' }] }),
      '/household/income/0/member',
    ],
    ['no applicant', (body) => withMember(body, { relation: 'sibling' }), '/household/members'],
    ['a village of another township', (body) => ({ ...body, village: '999901102201' }), '/village'],
    ['a township that does not exist', (body) => ({ ...body, township: '123456789' }), '/township'],
    ['not declared true', (body) => ({ ...body, declarations: { ...body.declarations, truthful: false } }), '/declarations/truthful'],
    ['a name of a control character', (body) => withMember(body, { name: '甲\u0007' }), '/household/members/0/name'],
  ];

  test.each(cases)('%s is refused where it stands', async (_what, spoil, path) => {
    const before = await countRows();
    const { status, body, headers } = await office.ask<{ errors: { path: string; message: string }[] }>(
      null,
      'POST',
      '/api/applications',
      spoil(application(900)),
    );
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.errors.map((error) => error.path)).toContain(path);
    for (const { message } of body.errors) expect(message).not.toBe('');
    expect(await countRows()).toEqual(before);
  });

  test('an amount, a day, a name and an ID number are told in what form they are wanted', async () => {
    const spoilt = withHousehold(application(902), { income: [{ member: '甲', kind: 'wage', monthly: '-1' }] });
    const [first, ...rest] = spoilt.household.members;
    const member = { ...first, birth: '1800-01-01', name: ' 甲', idNumber: '99990119840302001x' };
    const asked = { ...spoilt, household: { ...spoilt.household, members: [member, ...rest] } };
    const { body: told } = await office.ask<{ errors: { path: string; message: string }[] }>(null, 'POST', '/api/applications', asked);
    const messages = new Map(told.errors.map(({ path, message }) => [path, message]));
    expect(messages.get('/household/members/0/birth')).toContain('1900');
    expect(messages.get('/household/members/0/name')).toContain('空格');
    expect(messages.get('/household/members/0/idNumber')).toContain('大写的 X');
    expect(messages.get('/household/income/0/monthly')).toContain('两位小数');
  });

  test('words say how to put it right and never blame', async () => {
    const { body } = await office.ask<{ errors: unknown[] }>(null, 'POST', '/api/applications', { programme: 'none', household: 5 });
    expect(JSON.stringify(body)).not.toMatch(/非法|无效|请|抱歉|系统异常|illegal|invalid|please|sorry|system error/i);
  });
});

describe('text that no database can hold', () => {
  const spoilt = ['\u0000', '甲\u0000乙', '\ud800', 'x\udfffy'];
  test.each(spoilt.map((text) => [JSON.stringify(text)]))('%s is refused in values and keys', async (json) => {
    const text = JSON.parse(json) as string;
    for (const body of [
      withMember(application(901), { name: text }),
      { ...application(901), [text]: 1 },
      { ...application(901), deep: { er: [text] } },
    ]) {
      const answer = await office.ask(null, 'POST', '/api/applications', body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED' } });
    }
  });

  test('every place is named, in the reader’s language', async () => {
    const body = { ...withMember(application(901), { name: '甲\u0000' }), note: 'x\ud800' };
    const { body: told } = await office.ask<{ errors: { path: string; message: string }[] }>(null, 'POST', '/api/applications', body);
    expect(told.errors.map(({ path }) => path).toSorted()).toEqual(['/household/income/0/member', '/household/members/0/name', '/note']);
    for (const { message } of told.errors) expect(message).toContain('不能保存的字符');
  });

  test.each([
    '/api/notices/%00',
    '/api/track/DB26-%00',
    '/api/cases?cursor=%00',
    '/api/households?q=%ED%A0%80',
    '/api/track/%ED%BF%BF?lastFour=0011',
    '/api/%',
    '/api/areas?%00=1',
  ])('%s is a 4xx', async (url) => {
    const { status, headers } = await office.ask('caseworker', 'GET', url);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});

describe('documents that are no documents', () => {
  const send = async (payload: string | Buffer, type = 'application/json') =>
    office.app.inject({ method: 'POST', url: '/api/applications', headers: { 'content-type': type }, payload });
  test('ten megabytes', async () => {
    const response = await send(JSON.stringify({ note: 'x'.repeat(10_000_000) }));
    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({ code: 'TOO_LARGE' });
  });
  test.each([
    ['nothing', ''],
    ['half a document', '{"programme": '],
    ['a list as deep as a well', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['an object as deep as a well', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['a prototype', '{"__proto__": {"admin": true}}'],
    ['a constructor', '{"constructor": {"prototype": {"admin": true}}}'],
  ])('%s', async (_what, payload) => {
    const response = await send(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'MALFORMED' });
  });
  test('ten megabytes over a real connection are answered, not cut off', async () => {
    await office.app.listen({ host: '127.0.0.1', port: 0 });
    const address = office.app.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const body = JSON.stringify({ note: 'x'.repeat(10_000_000) });
    for (let time = 1; time <= 3; time++) {
      const response = await fetch(`http://127.0.0.1:${port}/api/applications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ code: 'TOO_LARGE' });
    }
  });
  test('a form, a page and a picture are not JSON', async () => {
    for (const type of ['text/html', 'application/x-www-form-urlencoded', 'image/png', 'text/plain'])
      expect((await send('a=b', type)).statusCode).toBe(415);
  });
});

describe('anything at all', () => {
  test(
    'forty bodies to every route that writes, and queries to every route that reads, as each role: no fault',
    { timeout: 240_000 },
    async () => {
      const before = await countRows();
      const operations = operationsOf(office.app.swagger());
      expect(operations.filter(({ body }) => body).length).toBeGreaterThan(10);
      const roles = [
        null,
        'citizen',
        'caseworker',
        'reviewer',
        'leader',
        'village-aide',
        'county',
        'verification',
        'inspector',
        'baishi-caseworker',
        'hotline',
        'hotline-lead',
        'finance',
        'county-leader',
        'department-medical',
      ];
      let asked = 0;
      const statuses = new Map<number, number>();
      for (const [place, operation] of operations.entries()) {
        // Signing out would end the sessions of the run.
        if (operation.method === 'DELETE') continue;
        const bodies = fc.sample(operation.body ? spoiltFrom(operation.body) : fc.constant(undefined), {
          numRuns: operation.body ? 40 : 4,
          seed: 20_261 + place,
        });
        const queries = fc.sample(
          fc.record(
            Object.fromEntries(
              operation.query.map((name) => [
                name,
                fc.oneof(fc.string(), fc.constantFrom('-1', '999999999999999999999', "' or 1=1 --", '%E5', '[]')),
              ]),
            ),
          ),
          { numRuns: bodies.length, seed: place },
        );
        for (const [index, body] of bodies.entries()) {
          const who = roles[(index + place) % roles.length] ?? null;
          const search = operation.query.length > 0 ? `?${new URLSearchParams(queries[index]).toString()}` : '';
          const response = await office.app.inject({
            method: operation.method as 'POST',
            url: `${operation.url}${search}`,
            headers: {
              ...(await office.headersOf(who)),
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
              'x-draft-token': 'a-token-of-nobody-at-all',
            },
            ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
          });
          asked++;
          statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1);
          expect(
            response.statusCode,
            `${operation.method} ${operation.url}${search} ${JSON.stringify(body)} → ${response.body}`,
          ).toBeLessThan(500);
          if (response.statusCode >= 400) expect(response.headers['content-type'], operation.url).toContain('application/problem+json');
        }
      }
      expect(asked).toBeGreaterThan(500);
      // Facts and outcomes came from well-formed commands alone. A discussion may be asked for without a word; it copies what is known.
      const after = await countRows();
      expect(after['household_facts']).toBe(before['household_facts']);
      expect(after['award']).toBe(before['award']);
    },
  );
});

/** Values near the schema, with something wrong in them, and values far from it. */
function spoiltFrom(schema: object): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      -1,
      1e308,
      2 ** 53,
      '',
      ' ',
      '\u0000',
      '\ud800',
      '不',
      [],
      {},
      [[]],
      true,
      '0'.repeat(5000),
      "'; drop table cases; --",
      '${7*7}',
      '../../etc/passwd',
      '1899-01-01',
      'NaN',
    ),
    fc.anything({ maxDepth: 3, withNullPrototype: false }).filter((value) => !isUnwritable(value)),
  );
  const near = nearTo(schema);
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(near, fc.constantFrom(...Object.keys(propertiesOf(schema)), 'extra', '__proto__', 'constructor'), wrong)
        .map(([body, key, value]) => ({ ...(body as object), [key]: value })),
    },
    { weight: 1, arbitrary: near },
    { weight: 1, arbitrary: wrong },
  );
}

function isUnwritable(value: unknown): boolean {
  try {
    return JSON.stringify(value) === undefined;
  } catch {
    return true;
  }
}

function propertiesOf(schema: object): Record<string, object> {
  const resolved = resolve(schema);
  if ('anyOf' in resolved) return propertiesOf((resolved['anyOf'] as object[])[0] ?? {});
  return (resolved['properties'] ?? {}) as Record<string, object>;
}

function nearTo(schema: object, depth = 0): fc.Arbitrary<unknown> {
  const resolved = resolve(schema) as Record<string, never> & {
    anyOf?: object[];
    enum?: unknown[];
    type?: string;
    properties?: Record<string, object>;
    required?: string[];
    items?: object;
  };
  if (resolved.anyOf) return fc.oneof(...resolved.anyOf.map((one) => nearTo(one, depth)));
  if (resolved.enum) return fc.constantFrom(...resolved.enum);
  switch (resolved.type) {
    case 'object':
      return depth > 6
        ? fc.constant({})
        : fc.record(Object.fromEntries(Object.entries(resolved.properties ?? {}).map(([key, child]) => [key, nearTo(child, depth + 1)])), {
            requiredKeys: resolved.required ?? [],
          });
    case 'array':
      return depth > 6 ? fc.constant([]) : fc.array(nearTo(resolved.items ?? {}, depth + 1), { maxLength: 3 });
    case 'integer':
      return fc.integer({ min: -2, max: 3 });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.constantFrom(
        '999901101',
        '999901101201',
        '2026-09-01',
        '2026-02-30',
        '100.00',
        '甲',
        '999901198403020011',
        '',
        'x',
        '2026-09-09T09:00',
        'P1D',
      );
  }
}

let document: { components: { schemas: Record<string, object> } };

function resolve(schema: object): Record<string, unknown> {
  const reference = (schema as { $ref?: string }).$ref;
  return (reference ? document.components.schemas[reference.split('/').at(-1) ?? ''] : schema) as Record<string, unknown>;
}

interface OpenApi {
  paths: Record<
    string,
    Record<string, { parameters?: { in: string; name: string }[]; requestBody?: { content: Record<string, { schema: object }> } }>
  >;
  components: { schemas: Record<string, object> };
}

function operationsOf(swagger: unknown): Operation[] {
  const described = swagger as OpenApi;
  document = described;
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]): Operation[] => {
      const body = requestBody?.content['application/json']?.schema;
      // A stream has no end to wait for.
      if (path === '/api/events' || requestBody?.content['multipart/form-data']) return [];
      const url = path
        .replaceAll('{id}', ids[path.split('/')[2] ?? ''] ?? '')
        .replaceAll('{receipt}', 'DB26-00000000')
        .replaceAll('{process}', 'subsistence-allowance');
      return [{ method: method.toUpperCase(), url, body, query: parameters.filter((one) => one.in === 'query').map(({ name }) => name) }];
    }),
  );
}

function withHousehold(body: ReturnType<typeof application>, more: object) {
  return { ...body, household: { ...body.household, ...more } };
}

function withMember(body: ReturnType<typeof application>, more: object) {
  const [first, ...rest] = body.household.members;
  const changed = { ...first, ...more } as { name: string };
  return {
    ...body,
    household: { ...body.household, members: [changed, ...rest], income: [{ member: changed.name, kind: 'wage', monthly: '600.00' }] },
  };
}

async function countRows(): Promise<Record<string, number>> {
  const [row] = await query<Record<string, number>>(
    office.base.urls.admin,
    `select (select count(*)::int from cases) as cases, (select count(*)::int from household_facts f join cases c on c.id = f.case_id where c.process <> 'case-discussion') as household_facts, (select count(*)::int from ledger) as ledger, (select count(*)::int from task) as task, (select count(*)::int from claim) as claim, (select count(*)::int from award) as award`,
  );
  return row ?? {};
}
