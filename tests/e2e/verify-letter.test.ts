// The page that anybody sees who scans the code of a letter: as the server sends it, so without JavaScript.
import { findWebHandler } from '@zhouji/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, type TestOffice } from '../api/open-office.ts';
import { letterOf, type ReadLetter } from '../api/read-letter.ts';
import { caseAt } from '../api/walk.ts';
import { type Language, wordsOf } from './words-of.ts';

let office: TestOffice;
let letter: ReadLetter;
beforeAll(async () => {
  const webHandler = await findWebHandler(console.log);
  if (!webHandler) throw new Error('there is no web to build');
  office = await openOffice({ webHandler });
  letter = await letterOf(office, await caseAt(office, 1, 'survey'), 'acceptance');
});
afterAll(() => office?.close());

test.each<Language>(['zh', 'en'])(
  'in %s a letter that stands is told as such, with what to compare and nothing personal',
  async (language) => {
    const { t } = wordsOf(language);
    const { status, html, headers } = await page(`/verify/${letter.verifyCode}`, language);
    expect(status).toBe(200);
    for (const part of [t('verify.valid'), letter.number, letter.digest.slice(0, 8), t('verify.compare')]) expect(html).toContain(part);
    for (const hidden of ['甲秋实', letter.content.issued!.receipt!, letter.id]) expect(html).not.toContain(hidden);
    expect(html).toContain('noindex');
    expect(headers['x-robots-tag']).toContain('noindex');
  },
);

test('a code that no letter has is told as such, with what to do, whatever was typed', async () => {
  const { t } = wordsOf('zh');
  for (const code of ['7KQ4M2XD7KQ4M2XD7KQ4', 'x', '<script>alert(1)</script>']) {
    const { status, html } = await page(`/verify/${encodeURIComponent(code)}`, 'zh');
    expect(status).toBe(200);
    expect(html).toContain(t('verify.unknown'));
    expect(html).not.toContain('<script>alert');
  }
});

async function page(url: string, language: Language) {
  const {
    statusCode: status,
    body: html,
    headers,
  } = await office.app.inject({ method: 'GET', url, headers: { cookie: `zhouji_language=${language}` } });
  return { status, html, headers };
}
