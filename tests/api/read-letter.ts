import type { LetterContent, LetterKind } from '@zhouji/domain';
import { extractText, getDocumentProxy } from 'unpdf';
import { application, type TestOffice } from './open-office.ts';

export interface ReadLetter {
  id: string;
  kind: LetterKind;
  number: string;
  content: LetterContent;
  digest: string;
  verifyCode: string;
  verifyUrl: string;
  servedOn: string | null;
  servedHow: string | null;
}

/** The newest letter or form of a kind in a case. */
export async function letterOf(office: TestOffice, caseId: string, kind: LetterKind): Promise<ReadLetter> {
  const { body } = await office.ask<{ items: { id: string; kind: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/letters`);
  const line = body.items.findLast((one) => one.kind === kind);
  if (!line) throw new Error(`the case has no ${kind}: ${JSON.stringify(body.items.map((one) => one.kind))}`);
  return letterAt(office, line.id);
}

export async function letterAt(office: TestOffice, id: string): Promise<ReadLetter> {
  return (await office.ask<ReadLetter>('caseworker', 'GET', `/api/letters/${id}`)).body;
}

/** What a caseworker is sent when printing. */
export async function pdfOf(office: TestOffice, url: string): Promise<Buffer> {
  const response = await office.app.inject({ method: 'GET', url, headers: await office.headersOf('caseworker') });
  if (response.statusCode !== 200) throw new Error(`${url} was answered with ${response.statusCode} ${response.body.slice(0, 300)}`);
  return response.rawPayload;
}

/** What somebody reads on the paper. */
export async function textOf(office: TestOffice, url: string): Promise<{ text: string; pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(await pdfOf(office, url)));
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replaceAll('\u200b', ''), pages: document.numPages };
}

/** The last four of the applicant's ID number. */
export function lastFourOf(serial: number): string {
  return application(serial).household.members[0]?.idNumber?.slice(-4) ?? '';
}
