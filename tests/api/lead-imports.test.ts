// The quarterly match lists [OP2023 3; N2022 3(3)]: checked line by line, imported once, and hostile files get clear answers.
import { buildApp } from '@zhouji/api';
import { findActor, importNext, systemActor } from '@zhouji/database';
import { makeIdNumber, type MatchVerdict } from '@zhouji/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './lead-office.ts';
import { query } from '../support/database.ts';
import { castMember, openOffice, signIn, type TestOffice, type Who } from './open-office.ts';
import { apply, must } from './walk.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Report {
  digest: string;
  encoding: string;
  counts: { verdict: MatchVerdict; count: number }[];
  lines: { line: number; verdict: MatchVerdict; name: string; idNumber: string; caseId: string | null }[];
  ignored: string[];
  code?: string;
  lacking?: string[];
  doubled?: string[];
}

interface Import extends Report {
  id: string;
  finishedAt: string | null;
  all: number;
  done: number;
}

const head = '姓名,身份证号码,村（社区）,预警类型,联系电话,说明';

function person(serial: number): string {
  return makeIdNumber('999901', '1962-04-05', 'male', serial);
}

function line(
  serial: number,
  { name = '示甲一', idNumber = person(serial), village = '竹林村', alert = '重病患者', rest = ',' } = {},
): string {
  return [name, idNumber, village, alert, rest].join(',');
}

async function send(
  file: string | Buffer,
  {
    digest,
    comparedOn = '2026-09-01',
    who = 'county',
    at = office,
  }: { digest?: string; comparedOn?: string; who?: string; at?: Pick<TestOffice, 'app' | 'headersOf'> } = {},
) {
  const form = new FormData();
  form.set('comparedOn', comparedOn);
  if (digest !== undefined) form.set('digest', digest);
  form.set('file', new Blob([Buffer.from(file)], { type: 'text/csv' }), 'list.csv');
  const request = new Response(form);
  const headers = { ...(await at.headersOf(who)), 'content-type': request.headers.get('content-type') ?? '' };
  const answer = await at.app.inject({
    method: 'POST',
    url: digest === undefined ? '/api/lead-import-checks' : '/api/lead-imports',
    headers,
    payload: Buffer.from(await request.arrayBuffer()),
  });
  if (answer.statusCode === 500) throw new Error(answer.body);
  return { status: answer.statusCode, body: answer.json<Import>() };
}

/** How far an import has come, when it is finished with its lines. */
async function importOf(id: string): Promise<Import> {
  return (await must(office.ask<Import>('county', 'GET', `/api/lead-imports/${id}`))).body;
}

/** Imports what was checked, and waits for its end. */
async function imported(file: string, options: { digest: string; comparedOn?: string }): Promise<Import> {
  const { status, body } = await send(file, options);
  expect(status).toBe(202);
  await expect.poll(async () => (await importOf(body.id)).finishedAt, { timeout: 180_000, interval: 200 }).not.toBeNull();
  return importOf(body.id);
}

async function leads(): Promise<number> {
  const [row] = await office.database.transact(systemActor, '2026-09-09T02:00:00.000Z', (tx) =>
    tx.rows<{ count: number }>('select count(*)::int as count from lead'),
  );
  return row?.count ?? 0;
}

const verdicts = ({ lines }: Report) => Object.fromEntries(lines.map((one) => [one.line, one.verdict]));

test('a check tells of every line what would become of it, and writes nothing; the import does what the check said', async () => {
  await apply(office, 301);
  await must(office.ask('caseworker', 'POST', '/api/leads', { call: call(302), township: '999901101' }));
  const covered = makeIdNumber('999901', '1984-03-02', 'female', 301);
  const list = [
    head,
    line(1),
    line(2, { village: '999901102201' }),
    line(1),
    line(3, { village: '无名村' }),
    line(4, { idNumber: '4.5E+17' }),
    line(0, { idNumber: covered }),
    line(5, { alert: '机动车登记' }),
    line(0, { idNumber: covered, alert: '机动车登记' }),
    line(6, { rest: ',=HYPERLINK(1)' }),
    '只有一格',
    line(7, { alert: '不知道' }),
  ].join('\r\n');
  const before = await leads();
  const checked = await send(list);
  expect(checked.status).toBe(200);
  expect(verdicts(checked.body)).toEqual({
    ...{ 2: 'accepted', 3: 'accepted', 4: 'repeated', 5: 'village-unknown', 6: 'id-number-wrong', 7: 'covered', 8: 'no-award' },
    ...{ 9: 'no-award', 10: 'formula', 11: 'broken', 12: 'alert-unknown' },
  });
  expect(checked.body.counts.find(({ verdict }) => verdict === 'accepted')?.count).toBe(2);
  expect(await leads()).toBe(before);

  const whole = await imported(list, { digest: checked.body.digest });
  expect(verdicts(whole)).toEqual(verdicts(checked.body));
  expect(await leads()).toBe(before + 2);
  const opened = whole.lines.find((one) => one.line === 2)?.caseId ?? '';
  const { body } = await office.ask<{ tasks: { kind: string }[]; reporter: unknown; alert: string }>(
    'caseworker',
    'GET',
    `/api/leads/${opened}`,
  );
  expect(body).toMatchObject({ alert: 'seriously-ill', reporter: null, tasks: [{ kind: 'lead-receipt' }] });

  // The same file again, the same people in another file of the quarter, and in the quarter after while the lead is open.
  expect(verdicts(await imported(list, { digest: checked.body.digest }))).toMatchObject({ 2: 'known', 3: 'known', 4: 'repeated' });
  expect(verdicts((await send([head, line(1, { name: '示甲一 ' })].join('\n'), { comparedOn: '2026-07-01' })).body)).toEqual({
    2: 'known',
  });
  expect(verdicts((await send([head, line(1)].join('\n'), { comparedOn: '2026-06-30' })).body)).toEqual({ 2: 'known' });
  expect(await leads()).toBe(before + 2);
});

test('two who import the same list at the same time make its leads once', async () => {
  const list = [head, ...Array.from({ length: 40 }, (_, i) => line(100 + i))].join('\n');
  const { digest } = (await send(list)).body;
  const before = await leads();
  const both = await Promise.all([imported(list, { digest }), imported(list, { digest })]);
  expect(both.map(({ done, all }) => [done, all])).toEqual([
    [40, 40],
    [40, 40],
  ]);
  expect(await leads()).toBe(before + 40);
});

test('an import that is cut off goes on where it was, and its report has every line once', async () => {
  const list = [
    head,
    ...Array.from({ length: 700 }, (_, i) =>
      line(0, { idNumber: makeIdNumber('999901', i < 350 ? '1933-03-03' : '1934-03-03', 'male', i % 350) }),
    ),
  ].join('\n');
  const { digest } = (await send(list)).body;
  const before = await leads();
  // Another process of the API takes it in, and ends in the middle of it.
  const other = buildApp(office.settings);
  await other.ready();
  const headersOf = async (who: Who) => signIn(other, castMember(who ?? ''));
  const { body: begun } = await send(list, { digest, at: { app: other, headersOf } });
  await other.close();
  const [cut] = await query<{ done: number }>(
    office.base.urls.admin,
    'select count(*)::int as done from match_import_line where import_id = $1 and verdict is not null',
    [begun.id],
  );
  expect(cut?.done).toBeLessThan(700);
  expect(await leads()).toBe(before + (cut?.done ?? 0));
  // Killed among the next lines, nothing of them is there: neither a lead nor a verdict.
  let opened = 0;
  const killed = office.database.transact(systemActor, '2026-09-09T02:00:00.000Z', async (tx) => {
    const [by] = await tx.rows<{ account: string }>('select account from imports_cut_off() where id = $1', [begun.id]);
    const who = (await findActor(tx, by?.account ?? '')) ?? systemActor;
    await tx.rows(`select set_config('app.townships', $1, true)`, ['999901101,999901102']);
    await importNext({ ...tx, who }, begun.id, () => ((opened += 1) === 3 ? Promise.reject(new Error('killed')) : Promise.resolve()));
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await leads()).toBe(before + (cut?.done ?? 0));
  // The next one that starts goes on; sent once more meanwhile, it is the same import.
  const next = buildApp(office.settings);
  await next.ready();
  const again = await send(list, { digest });
  await expect.poll(async () => (await importOf(begun.id)).finishedAt, { timeout: 60_000 }).not.toBeNull();
  await next.close();
  expect([begun.id, (await importOf(begun.id)).id]).toContain(again.body.id);
  const report = await importOf(begun.id);
  expect([report.done, report.counts]).toEqual([700, [{ verdict: 'accepted', count: 700 }]]);
  expect(new Set(report.lines.map(({ caseId }) => caseId)).size).toBe(700);
  expect(await leads()).toBe(before + 700);
  // Of the people nothing is left with the list but their names and masked numbers.
  const kept = await query(office.base.urls.admin, 'select 1 from match_import_line where match is not null');
  expect(kept).toEqual([]);
});

test('an import is the county’s: another county has none, and no township sees it', async () => {
  const { body } = await office.ask<{ items: { id: string }[] }>('county', 'GET', '/api/lead-imports');
  const [first] = body.items;
  expect(first).toBeDefined();
  for (const who of ['caseworker', 'hotline', 'village-aide', 'inspector', null]) {
    const { status } = await office.ask(who, 'GET', `/api/lead-imports/${first?.id}`);
    expect(`${who} ${status}`).toMatch(/ (401|403)$/);
  }
  expect((await office.ask('county', 'GET', '/api/lead-imports/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('what was not checked, or is another file by now, is not imported', async () => {
  const answer = await send([head, line(150)].join('\n'), { digest: '0'.repeat(64) });
  expect([answer.status, answer.body.code]).toEqual([409, 'LIST_CHANGED']);
});

describe('whatever a spreadsheet writes is read', () => {
  const text = [head, line(160)].join('\r\n');
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['GBK', gbk(text), 'gb18030'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 'utf-16le'],
    ['semicolons', Buffer.from(text.replaceAll(',', ';')), 'utf-8'],
    ['tabs', Buffer.from(text.replaceAll(',', '\t')), 'utf-8'],
    ['quoted cells with line breaks', Buffer.from(`${head}\n${line(160, { rest: '0000-1234,"住院\n两周"' })}`), 'utf-8'],
  ])('%s', async (_, file, encoding) => {
    const { body } = await send(file);
    expect([body.encoding, body.lines.map(({ verdict, name }) => [verdict, name])]).toEqual([encoding, [['accepted', '示甲一']]]);
  });
});

describe('a file that cannot be a list is refused, and says why', () => {
  test.each<[string, Buffer | string, string]>([
    ['nothing', '', 'LIST_EMPTY'],
    ['a head alone', head, 'LIST_EMPTY'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xfe, 0x81]), 'LIST_UNREADABLE'],
    ['a spreadsheet’s own file', Buffer.from('504b030414000600', 'hex'), 'LIST_UNREADABLE'],
    ['bytes of no encoding', Buffer.from([0xc4, 0xff, 0xff, 0x0a]), 'LIST_UNREADABLE'],
    ['an open quotation mark', `${head}\n"${line(170)}`, 'LIST_UNREADABLE'],
    ['a cell of 30,000 characters', `${head}\n${'字'.repeat(30_000)}`, 'LIST_UNREADABLE'],
    ['10,001 lines', [head, ...Array.from({ length: 10_001 }, () => 'a,b,c,d,e,f')].join('\n'), 'LIST_TOO_LONG'],
  ])('%s', async (_, file, code) => {
    const answer = await send(file);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  test('columns that are lacking or stand twice are named', async () => {
    const { body } = await send('姓名,姓名,村\n甲,乙,丙');
    expect([body.code, body.lacking, body.doubled]).toEqual(['LIST_COLUMNS', ['身份证号码', '预警类型'], ['姓名']]);
  });

  test('the day of the comparison is a day, and not one to come', async () => {
    for (const comparedOn of ['2026-09-10', '2026-02-30', 'yesterday', ''])
      expect((await send([head, line(171)].join('\n'), { comparedOn })).status).toBe(422);
  });

  test('only who has the duty imports', async () => {
    for (const who of ['caseworker', 'leader', 'county-leader', 'village-aide', 'inspector']) {
      expect((await send([head, line(172)].join('\n'), { who })).status).toBe(403);
    }
  });

  test('columns that nobody knows are told and left out', async () => {
    const { body } = await send(`${head},=cmd,内部备注\n${line(173)},1,2`);
    expect([body.ignored, body.lines[0]?.verdict]).toEqual([['=cmd', '内部备注'], 'accepted']);
  });
});

test('a list of 10,000 lines is imported whole, and sent again makes nothing new', { timeout: 240_000 }, async () => {
  const days = Array.from({ length: 20 }, (_, i) => `19${40 + i}-0${(i % 9) + 1}-11`);
  const people = days.flatMap((birth) => Array.from({ length: 500 }, (_, i) => makeIdNumber('999901', birth, 'female', i)));
  const list = [head, ...people.map((idNumber) => line(0, { idNumber }))].join('\n');
  const before = await leads();
  const began = performance.now();
  const { digest, counts } = (await send(list)).body;
  const checked = performance.now() - began;
  expect(counts).toEqual([{ verdict: 'accepted', count: 10_000 }]);
  const begun = await send(list, { digest });
  const answered = performance.now() - began - checked;
  // The answer does not wait for ten thousand leads.
  expect([begun.status, begun.body.all, begun.body.finishedAt]).toEqual([202, 10_000, null]);
  await expect.poll(async () => (await importOf(begun.body.id)).finishedAt, { timeout: 200_000, interval: 1000 }).not.toBeNull();
  const took = performance.now() - began - checked;
  console.log(
    `10,000 lines: checked in ${Math.round(checked)} ms, answered in ${Math.round(answered)} ms, imported in ${Math.round(took)} ms`,
  );
  expect(await leads()).toBe(before + 10_000);
  expect((await imported(list, { digest })).counts).toEqual([{ verdict: 'known', count: 10_000 }]);
  expect(await leads()).toBe(before + 10_000);
});

/** Characters of the text as GBK, looked up by decoding: no library writes it. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from(
    [...text].flatMap((character) => (character.codePointAt(0)! < 0x80 ? [character.codePointAt(0)!] : (bytes.get(character) ?? [0x3f]))),
  );
}
