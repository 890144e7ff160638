// Letters verified and served: M57 21; N2022 4(1); ARL 22.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openOffice, type TestOffice } from './open-office.ts';
import { lastFourOf, letterAt, letterOf, pdfOf } from './read-letter.ts';
import { apply, caseAt, give, must, surveyForm } from './walk.ts';

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('a letter is verified by its code', () => {
  test('by anybody, however the code is typed, and without a word of whom it is about', async () => {
    const caseId = await caseAt(office, 20, 'survey');
    const letter = await letterOf(office, caseId, 'acceptance');
    expect(letter.verifyUrl).toBe(`http://127.0.0.1:3000/verify/${letter.verifyCode}`);
    const typed = letter.verifyCode
      .toLowerCase()
      .replace(/(.{5})/g, '$1-')
      .replaceAll('0', 'o');
    const { status, body, headers } = await office.ask(null, 'GET', `/api/verify/${typed}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'acceptance',
      title: '受理通知书',
      number: letter.number,
      body: '清溪镇人民政府',
      issuedOn: '2026-09-09',
      digest: letter.digest,
      state: 'valid',
      servedOn: null,
    });
    expect(headers['x-robots-tag']).toContain('noindex');
    for (const hidden of ['甲秋实', caseId, letter.content.issued!.receipt!]) expect(JSON.stringify(body)).not.toContain(hidden);
  });

  test('a wrong code is told clearly, and hostile ones are no fault', async () => {
    expect(await office.ask(null, 'GET', '/api/verify/7KQ4M2XD7KQ4M2XD7KQ4')).toMatchObject({
      status: 404,
      body: { code: 'VERIFY_CODE_UNKNOWN' },
    });
    for (const code of ["' or 1=1 --", 'a'.repeat(61), '../../etc', '%00'.repeat(10), 'x'])
      expect([400, 404, 422]).toContain((await office.ask(null, 'GET', `/api/verify/${encodeURIComponent(code)}`)).status);
  });

  test('codes cannot be guessed from each other', async () => {
    const codes = await query<{ verify_code: string }>(office.base.urls.admin, 'select verify_code from letter');
    expect(new Set(codes.map(({ verify_code }) => verify_code)).size).toBe(codes.length);
    for (const { verify_code: code } of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
  });

  test('a longer time limit is told by a letter of its own [N2022 4(1)]', async () => {
    const caseId = await caseAt(office, 21, 'survey');
    await must(office.ask('leader', 'POST', `/api/cases/${caseId}/extension`, { reason: 'hard-survey' }));
    const letter = await letterOf(office, caseId, 'extension');
    expect(JSON.stringify(letter.content)).toContain('调查难度较大');
    expect((await office.ask(null, 'GET', `/api/verify/${letter.verifyCode}`)).body).toMatchObject({ kind: 'extension', state: 'valid' });
  });

  test('an authorisation is superseded by the one that was printed after the facts had changed', async () => {
    const caseId = await caseAt(office, 22, 'survey');
    await pdfOf(office, `/api/cases/${caseId}/forms/authorisation.pdf`);
    const first = await letterOf(office, caseId, 'authorisation');
    await must(give(office, caseId, 'survey', 'done', surveyForm(22)));
    office.clock.set('2026-09-09T02:00:00.000Z');
    await pdfOf(office, `/api/cases/${caseId}/forms/authorisation.pdf`);
    office.clock.set('2026-09-09T01:10:00.000Z');
    expect((await office.ask(null, 'GET', `/api/verify/${first.verifyCode}`)).body).toMatchObject({ state: 'superseded' });
  });
});

describe('the service of a letter', () => {
  test('is recorded with how, which day and who received it; alike twice it is done once, otherwise it is refused', async () => {
    const { id } = await letterOf(office, await caseAt(office, 30, 'survey'), 'acceptance');
    const once = () => serve(id, { how: 'by-post', trackingNumber: 'EA123456789CN', receivedBy: '甲小满' });
    expect(await once()).toMatchObject({
      status: 200,
      body: { servedHow: 'by-post', servedOn: '2026-09-09', service: { receivedBy: '甲小满', trackingNumber: 'EA123456789CN' } },
    });
    expect((await once()).status).toBe(200);
    expect(await serve(id, { how: 'in-person' })).toMatchObject({ status: 409, body: { code: 'LETTER_SERVED' } });
    const [{ entries } = { entries: 0 }] = await query<{ entries: number }>(
      office.base.urls.admin,
      `select count(*)::int as entries from ledger where kind = 'letter.delivered' and data ->> 'letter' = $1`,
      [id],
    );
    expect(entries).toBe(1);
  });

  test.each([
    [31, 'by post without a number', { how: 'by-post' }, 'SERVICE_UNPROVEN'],
    [32, 'at the door without a witness', { how: 'left-at-home' }, 'SERVICE_UNPROVEN'],
    [36, 'at the door with a witness who has no name', { how: 'left-at-home', witness: ' ' }, 'FIELDS_REFUSED'],
    [33, 'on a day before it was issued', { how: 'in-person', on: '2026-09-08' }, 'SERVICE_DAY_WRONG'],
    [34, 'tomorrow', { how: 'in-person', on: '2026-09-10' }, 'SERVICE_DAY_WRONG'],
    [35, 'online, by an officer', { how: 'online' }, 'FIELDS_REFUSED'],
  ])('%i: %s it is not recorded', async (serial, _what, service, code) => {
    const { id } = await letterOf(office, await caseAt(office, serial, 'survey'), 'acceptance');
    expect(await serve(id, service)).toMatchObject({ status: 422, body: { code } });
    expect(await letterAt(office, id)).toMatchObject({ servedOn: null });
  });

  test('whoever opens a letter on the tracking page has received it, page or paper', async () => {
    for (const [serial, suffix] of [
      [40, ''],
      [41, '.pdf'],
    ] as const) {
      const { caseId, receipt } = await apply(office, serial);
      await must(give(office, caseId, 'intake', 'accepted'));
      const { id } = await letterOf(office, caseId, 'acceptance');
      const url = `/api/track/${receipt}/letters/${id}${suffix}`;
      expect((await office.ask(null, 'GET', `${url}?lastFour=000X`)).status).toBe(404);
      expect(await letterAt(office, id)).toMatchObject({ servedOn: null });
      expect((await office.ask(null, 'GET', `${url}?lastFour=${lastFourOf(serial)}`)).status).toBe(200);
      expect((await office.ask(null, 'GET', `${url}?lastFour=${lastFourOf(serial)}`)).status).toBe(200);
      expect(await letterAt(office, id)).toMatchObject({ servedOn: '2026-09-09', servedHow: 'online' });
    }
  });

  test('with a receipt nobody reads the letter of another case, nor the survey form of their own', async () => {
    const mine = await apply(office, 42);
    await must(give(office, mine.caseId, 'intake', 'accepted'));
    const theirs = await letterOf(office, await caseAt(office, 43, 'survey'), 'acceptance');
    await pdfOf(office, `/api/cases/${mine.caseId}/forms/survey-form.pdf`);
    const form = await letterOf(office, mine.caseId, 'survey-form');
    for (const id of [theirs.id, form.id])
      for (const suffix of ['', '.pdf'])
        expect((await office.ask(null, 'GET', `/api/track/${mine.receipt}/letters/${id}${suffix}?lastFour=${lastFourOf(42)}`)).status).toBe(
          404,
        );
  });
});

function serve(letterId: string, service: object) {
  return office.ask('caseworker', 'POST', `/api/letters/${letterId}/service`, service);
}
