import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { application, openOffice, type TestOffice, type Who } from './open-office.ts';
import { apply } from './walk.ts';

let office: TestOffice;
let caseId = '';
beforeAll(async () => {
  office = await openOffice();
  ({ caseId } = await apply(office, 1));
});
afterAll(() => office.close());

const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082',
  'hex',
);
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043000101', 'hex'),
  Buffer.alloc(200, 1),
  Buffer.from('ffd9', 'hex'),
]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

interface Line {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  what: string;
}

describe('papers', () => {
  test.each([
    ['a photograph', jpeg, '户口簿 第一页.jpg', 'image/jpeg'],
    ['a picture', png, '图.png', 'image/png'],
    ['a document', pdf, '诊断书.pdf', 'application/pdf'],
  ])('%s is kept and comes back byte by byte', async (_what, content, name, mediaType) => {
    const { status, body } = await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content, name });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name, mediaType, bytes: content.length, what: '户口簿' });
    const response = await office.app.inject({
      method: 'GET',
      url: `/api/documents/${body.id}/content`,
      headers: await office.headersOf('reviewer'),
    });
    expect(response.rawPayload.equals(content)).toBe(true);
    expect(response.headers).toMatchObject({
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(response.headers['content-disposition']).toMatch(/^attachment;/);
  });

  test('the same content is kept once', async () => {
    const files = () =>
      readdirSync(office.documentsFolder, { recursive: true }).filter((name) =>
        statSync(join(office.documentsFolder, String(name))).isFile(),
      ).length;
    await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content: pdf, name: 'a.pdf' });
    const before = files();
    await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content: pdf, name: 'b.pdf' });
    expect(files()).toBe(before);
  });

  test.each([
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>'), 'x.png'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'x.svg'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'x.jpg'],
    ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'x.pdf'],
    ['nothing', Buffer.alloc(0), 'x.pdf'],
    ['a moving picture', Buffer.from('474946383961010001008000000000000000ffffff2c', 'hex'), 'x.gif'],
  ])('%s is refused, and nothing of it stays', async (_what, content, name) => {
    const before = readdirSync(office.documentsFolder, { recursive: true }).length;
    expect(await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content, name })).toMatchObject({
      status: 422,
      body: { code: 'FILE_REFUSED' },
    });
    expect(readdirSync(office.documentsFolder, { recursive: true }).length).toBe(before);
  });

  test('ten megabytes are taken, one byte more is not', async () => {
    const limit = 10 * 1024 * 1024;
    const fit = Buffer.concat([pdf, Buffer.alloc(limit - pdf.length, 32)]);
    expect((await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content: fit, name: 'x.pdf' })).status).toBe(201);
    expect(
      await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content: Buffer.concat([fit, Buffer.from(' ')]), name: 'x.pdf' }),
    ).toMatchObject({ status: 422, body: { code: 'FILE_REFUSED' } });
    expect(readdirSync(join(office.documentsFolder, 'incoming'))).toEqual([]);
  });

  test('a name leads nowhere', async () => {
    const { body } = await upload(`/api/cases/${caseId}/documents`, {
      who: 'caseworker',
      content: pdf,
      name: '../../../etc/\u202Epasswd<|>.exe',
    });
    expect(body.name).toBe('passwd.pdf');
  });

  test('an upload without its words, and one that is none', async () => {
    expect((await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content: pdf, name: 'x.pdf', what: '' })).status).toBe(422);
    expect((await office.ask('caseworker', 'POST', `/api/cases/${caseId}/documents`, { what: 'x' })).status).toBe(415);
  });

  test('of another township there is nothing to add to and nothing to read', async () => {
    const { body } = await upload(`/api/cases/${caseId}/documents`, { who: 'caseworker', content: png, name: 'x.png' });
    expect((await office.ask('baishi-caseworker', 'GET', `/api/documents/${body.id}/content`)).status).toBe(404);
    expect((await office.ask('baishi-caseworker', 'GET', `/api/cases/${caseId}/documents`)).status).toBe(404);
    expect((await upload(`/api/cases/${caseId}/documents`, { who: 'baishi-caseworker', content: png, name: 'x.png' })).status).toBe(404);
  });
});

describe('a draft', () => {
  test('is kept answer by answer, takes papers, and is handed in once', async () => {
    const begun = await office.ask<{ draft: { id: string; version: number }; token: string }>(null, 'POST', '/api/drafts', {
      programme: 'subsistence-allowance',
      township: '999901101',
    });
    expect(begun.status).toBe(201);
    const { draft, token } = begun.body;
    const key = { 'x-draft-token': token };
    const saved = await office.ask<{ version: number }>(
      null,
      'PUT',
      `/api/drafts/${draft.id}`,
      { version: draft.version, answers: { name: '甲秋实' } },
      key,
    );
    expect(saved.status).toBe(200);
    expect(await office.ask(null, 'PUT', `/api/drafts/${draft.id}`, { version: draft.version, answers: {} }, key)).toMatchObject({
      status: 412,
      body: { code: 'STALE' },
    });
    expect(await office.ask(null, 'GET', `/api/drafts/${draft.id}`, undefined, key)).toMatchObject({
      body: { answers: { name: '甲秋实' } },
    });
    expect(
      (await office.ask(null, 'GET', `/api/drafts/${draft.id}`, undefined, { 'x-draft-token': 'another-token-of-some-length' })).status,
    ).toBe(404);

    expect((await upload(`/api/drafts/${draft.id}/documents`, { who: null, content: jpeg, name: 'x.jpg', headers: key })).status).toBe(201);
    const handedIn = await office.ask<{ caseId: string }>(null, 'POST', `/api/drafts/${draft.id}/submission`, application(2), key);
    expect(handedIn.status).toBe(201);
    const papers = await office.ask<{ items: Line[] }>('caseworker', 'GET', `/api/cases/${handedIn.body.caseId}/documents`);
    expect(papers.body.items).toHaveLength(1);
    expect((await office.ask(null, 'POST', `/api/drafts/${draft.id}/submission`, application(3), key)).status).toBe(409);
  });
});

async function upload(
  url: string,
  {
    who,
    content,
    name,
    what = '户口簿',
    headers = {},
  }: { who: Who; content: Buffer; name: string; what?: string; headers?: Record<string, string> },
) {
  const boundary = 'x-boundary-of-the-tests';
  const field = `--${boundary}\r\nContent-Disposition: form-data; name="what"\r\n\r\n${what}\r\n`;
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(field + file), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const response = await office.app.inject({
    method: 'POST',
    url,
    headers: { ...(await office.headersOf(who)), ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  return { status: response.statusCode, body: response.json<Line>() };
}
