// Letters and forms on paper: M57 9, 10, 15, 16, 19, 21; N2022 4(2); LAW 45.
import { letterDigest, systemActor } from '@zhouji/database';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringOn } from '../../services/api/src/look-ahead.ts';
import { query } from '../support/database.ts';
import { application, openOffice, type TestOffice } from './open-office.ts';
import { letterOf, pdfOf, textOf } from './read-letter.ts';
import { apply, caseAt, give, must } from './walk.ts';

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('a letter on paper', () => {
  test('says what was issued: number, digest, code, rule version, issuing body, and how the amount was worked out', async () => {
    const caseId = await granted(1);
    const letter = await letterOf(office, caseId, 'confirmation');
    const { text, pages } = await textOf(office, `/api/letters/${letter.id}.pdf`);
    expect(pages).toBeGreaterThan(0);
    for (const part of [
      letter.number,
      letter.digest.match(/.{8}/g)!.join(' '),
      letter.verifyCode.match(/.{5}/g)!.join(' '),
      letter.content.issued!.rules.parameters,
      letter.content.issued!.rules.calendar,
      '清溪镇人民政府',
      '演示参数',
      '月保障金额',
      '农村低保标准',
      'M57《最低生活保障审核确认办法》',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('{');
  });

  test('a reprint is the same to the byte, also when two print it first at once, and also after the template has changed', async () => {
    const caseId = await caseAt(office, 2, 'survey');
    const { id } = await letterOf(office, caseId, 'acceptance');
    const [one, other] = await Promise.all([pdfOf(office, `/api/letters/${id}.pdf`), pdfOf(office, `/api/letters/${id}.pdf`)]);
    expect(sha256(one)).toBe(sha256(other));
    const kept = await query<{ sha256: string; prints: number }>(
      office.base.urls.admin,
      'select sha256, count(*) over ()::int as prints from letter_pdf where letter_id = $1',
      [id],
    );
    expect(kept).toEqual([{ sha256: sha256(one), prints: 1 }]);
    // What stands there counts, whatever the template would print now.
    await unguarded(() =>
      query(
        office.base.urls.admin,
        `update letter_pdf set bytes = '%PDF-of-an-older-template', template_version = 'older' where letter_id = $1`,
        [id],
      ),
    );
    expect((await pdfOf(office, `/api/letters/${id}.pdf`)).toString()).toBe('%PDF-of-an-older-template');
  });

  test('nobody changes a letter or its print, whoever is at the database', async () => {
    const caseId = await caseAt(office, 3, 'survey');
    const { id } = await letterOf(office, caseId, 'acceptance');
    await pdfOf(office, `/api/letters/${id}.pdf`);
    await expect(query(office.base.urls.admin, `update letter set number = 'x' where id = $1`, [id])).rejects.toThrow(
      /stays as it was issued/,
    );
    await expect(query(office.base.urls.admin, `update letter set content = '{}' where id = $1`, [id])).rejects.toThrow(
      /stays as it was issued/,
    );
    await expect(query(office.base.urls.admin, `delete from letter_pdf where letter_id = $1`, [id])).rejects.toThrow(
      /stays as it was entered/,
    );
  });

  test('is named by its number, is kept by nobody on the way, and nothing personal stands in its address', async () => {
    const caseId = await caseAt(office, 4, 'survey');
    const { id, number } = await letterOf(office, caseId, 'acceptance');
    const { headers } = await office.ask('caseworker', 'GET', `/api/letters/${id}.pdf`);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${number}.pdf"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('the digest can be worked out again by whoever reads the letter', async () => {
    const caseId = await caseAt(office, 5, 'survey');
    const letter = await letterOf(office, caseId, 'acceptance');
    expect(letterDigest(letter)).toBe(letter.digest);
    expect(letterDigest({ ...letter, content: { ...letter.content, to: '别人' } })).not.toBe(letter.digest);
  });
});

describe('forms', () => {
  test('the authorisation has a page for each adult and one for the guardian of the others [M57 9(3)]', async () => {
    const caseId = await caseAt(office, 10, 'survey');
    const { text, pages } = await textOf(office, `/api/cases/${caseId}/forms/authorisation.pdf`);
    expect(pages).toBe(2);
    // Whoever signs has on the same page what they sign.
    expect(text.replaceAll(/\s/g, '').match(/查询、核对本人的户籍/g)).toHaveLength(2);
    expect(text).toContain('授权人');
    expect(text).toContain('监护人代为授权');
    expect(text).toContain('甲小满');
  });

  test('the survey form is filled in with what was declared, its ID numbers masked, and needs a survey [M57 15, 16]', async () => {
    const { caseId } = await apply(office, 11);
    expect(await office.ask('caseworker', 'GET', `/api/cases/${caseId}/forms/survey-form.pdf`)).toMatchObject({
      status: 409,
      body: { code: 'OUTCOME_NOT_NOW' },
    });
    await must(give(office, caseId, 'intake', 'accepted'));
    const { text } = await textOf(office, `/api/cases/${caseId}/forms/survey-form.pdf`);
    for (const part of ['甲秋实', '甲小满', '600.00', '3000.00', '调查人员一', '在场家庭成员']) expect(text).toContain(part);
    for (const { idNumber } of application(11).household.members) expect(text).not.toContain(idNumber);
  });

  test('a form is the same to the byte in its step, and is no letter that somebody serves', async () => {
    const caseId = await caseAt(office, 12, 'survey');
    const url = `/api/cases/${caseId}/forms/survey-form.pdf`;
    const [one, other] = await Promise.all([pdfOf(office, url), pdfOf(office, url)]);
    expect(sha256(one)).toBe(sha256(other));
    const form = await letterOf(office, caseId, 'survey-form');
    expect(await office.ask('caseworker', 'POST', `/api/letters/${form.id}/service`, { how: 'in-person' })).toMatchObject({
      status: 409,
      body: { code: 'OUTCOME_NOT_NOW' },
    });
  });

  test('the poster shows what a notice may show and nothing else [M57 19; N2022 4(2)]', async () => {
    const caseId = await caseAt(office, 13, 'notice');
    const { body } = await office.ask<{ notice: { id: string }; case: { receipt: string } }>('caseworker', 'GET', `/api/cases/${caseId}`);
    const { text } = await textOf(office, `/api/notices/${body.notice.id}/poster.pdf`);
    for (const part of ['甲秋实', '公示期', '2026-09-', '12345', '受理窗口']) expect(text).toContain(part);
    for (const hidden of ['甲小满', body.case.receipt, ...application(13).household.members.map(({ idNumber }) => String(idNumber))])
      expect(text).not.toContain(hidden);
  });

  test('the sheet of what was decided shows what may be published and nothing else [M57 24]', async () => {
    const caseId = await granted(27);
    const [hanging] = await query<{ id: string }>(
      office.base.urls.admin,
      `select id from notice where case_id = $1 and kind = 'publication'`,
      [caseId],
    );
    const { body } = await office.ask<{ case: { receipt: string } }>('caseworker', 'GET', `/api/cases/${caseId}`);
    const { text } = await textOf(office, `/api/notices/${hanging!.id}/poster.pdf`);
    for (const part of ['甲秋实', '公布单', '公布期', '2026-09-17', '767.00', '12345']) expect(text).toContain(part);
    for (const hidden of ['甲小满', '拟', body.case.receipt, ...application(27).household.members.map(({ idNumber }) => String(idNumber))])
      expect(text).not.toContain(hidden);
  });

  test('the record of a hearing needs a hearing [LAW 48]', async () => {
    const caseId = await caseAt(office, 15, 'survey');
    expect(await office.ask('caseworker', 'GET', `/api/cases/${caseId}/forms/hearing-record.pdf`)).toMatchObject({
      status: 409,
      body: { code: 'OUTCOME_NOT_NOW' },
    });
  });

  test('there is no other form, and none of a case that is not there', async () => {
    const caseId = await caseAt(office, 14, 'survey');
    for (const kind of ['refusal', 'notice-poster', '..%2fx']) {
      expect([400, 404, 422]).toContain((await office.ask('caseworker', 'GET', `/api/cases/${caseId}/forms/${kind}.pdf`)).status);
    }
    const nowhere = '01900000-0000-7000-8000-000000000000';
    for (const url of [`/api/cases/${nowhere}/forms/survey-form.pdf`, `/api/notices/${nowhere}/poster.pdf`, `/api/letters/${nowhere}.pdf`])
      expect((await office.ask('caseworker', 'GET', url)).status).toBe(404);
  });
});

/** A case that was confirmed. */
async function granted(serial: number): Promise<string> {
  const caseId = await caseAt(office, serial, 'notice');
  const before = office.clock.now();
  office.clock.set('2026-09-16T16:00:01.000Z');
  await office.database.transact(systemActor, office.clock.now(), (tx) => bringOn(tx, caseId));
  office.clock.set('2026-09-17T02:00:00.000Z');
  await must(give(office, caseId, 'confirm', 'confirmed'));
  office.clock.set(before);
  return caseId;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** With one guard of the database down, as nobody but its owner could. */
async function unguarded(work: () => Promise<unknown>): Promise<void> {
  await query(office.base.urls.admin, 'alter table letter_pdf disable trigger entries_stay');
  await work();
  await query(office.base.urls.admin, 'alter table letter_pdf enable trigger entries_stay');
}
