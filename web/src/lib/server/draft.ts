import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { type Answers, blankAnswers } from '#lib/apply/answers.ts';
import { readProblem } from '#lib/api/problem.ts';

/** Names the draft and opens it; readable by this server alone, gone with the browser's session of 30 days. */
const cookie = 'zhouji_draft';

/** A draft as it stands on the server. */
export interface Draft {
  id: string;
  token: string;
  version: number;
  /** Behind whose fence it lies. */
  township: string;
  answers: Answers;
}

/** The draft that the caller's cookie opens; nothing where there is none, or where it is over. */
export async function findDraft(event: RequestEvent): Promise<Draft | undefined> {
  const [id, token] = (event.cookies.get(cookie) ?? '').split('.');
  if (!id || !token) return undefined;
  const answer = await event.fetch(`/api/drafts/${encodeURIComponent(id)}`, { headers: { 'x-draft-token': token } });
  if (answer.status === 404 || answer.status === 422) return undefined;
  if (!answer.ok) return await fault(answer);
  const { version, township, answers, caseId } = (await answer.json()) as Omit<Draft, 'answers'> & {
    answers: Partial<Answers>;
    caseId: string | null;
  };
  return caseId ? undefined : { id, token, version, township, answers: { ...blankAnswers(), ...answers } };
}

/** The draft that the caller's cookie opens, or back to the start. */
export async function getDraft(event: RequestEvent): Promise<Draft> {
  return (await findDraft(event)) ?? redirect(303, '/apply');
}

/**
 * Keeps the answers: in the draft, or in a new one when there is none yet or the household lives in another township.
 * What was saved meanwhile from another window is told, not overwritten.
 */
export async function keepAnswers(event: RequestEvent, draft: Draft | undefined, answers: Answers): Promise<'saved' | 'stale'> {
  if (draft && draft.township === answers.township) return await save(event, draft, answers);
  // Papers belong to the draft that they were added to.
  return await save(event, await begin(event, answers), { ...answers, documents: [] });
}

/** Begins a draft that is filled in already. */
export async function startDraft(event: RequestEvent, answers: Answers): Promise<void> {
  await save(event, await begin(event, answers), answers);
}

/** The draft that waits while another is written. */
const aside = 'zhouji_draft_aside';

/** Lays the browser's draft aside, to begin another. */
export function putDraftAside(event: RequestEvent): void {
  const held = event.cookies.get(cookie);
  if (held) event.cookies.set(aside, held, cookieOf(event));
}

/** Goes on with the draft that was laid aside, if there is one. */
export function takeDraftBack(event: RequestEvent): void {
  const held = event.cookies.get(aside);
  if (!held) return;
  event.cookies.set(cookie, held, cookieOf(event));
  event.cookies.delete(aside, { path: '/', secure: event.url.protocol === 'https:' });
}

function cookieOf(event: RequestEvent) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: event.url.protocol === 'https:', maxAge: 30 * 86_400 } as const;
}

async function begin(event: RequestEvent, { programme, township }: Answers): Promise<Pick<Draft, 'id' | 'token' | 'version'>> {
  const answer = await event.fetch('/api/drafts', json('POST', { programme, township }));
  if (!answer.ok) return await fault(answer);
  const { draft, token } = (await answer.json()) as { draft: { id: string; version: number }; token: string };
  event.cookies.set(cookie, `${draft.id}.${token}`, cookieOf(event));
  return { id: draft.id, token, version: draft.version };
}

async function save(
  event: RequestEvent,
  { id, token, version }: Pick<Draft, 'id' | 'token' | 'version'>,
  answers: Answers,
): Promise<'saved' | 'stale'> {
  const answer = await event.fetch(`/api/drafts/${id}`, json('PUT', { version, answers }, token));
  if (answer.status === 412) return 'stale';
  if (!answer.ok) return await fault(answer);
  return 'saved';
}

/** Attaches a file to the draft; the API judges it by its content. */
export async function addDocument(
  event: RequestEvent,
  { id, token }: Draft,
  { file, what }: { file: File; what: string },
): Promise<Response> {
  const body = new FormData();
  body.set('what', what);
  body.set('file', file);
  return await event.fetch(`/api/drafts/${id}/documents`, { method: 'POST', headers: { 'x-draft-token': token }, body });
}

/** Makes an application of the draft. Sent twice, it is one application: the draft's own id is the key. */
export async function submitDraft(event: RequestEvent, { id, token }: Draft, application: unknown): Promise<Response> {
  const request = json('POST', application, token);
  return await event.fetch(`/api/drafts/${id}/submission`, { ...request, headers: { ...request.headers, 'idempotency-key': id } });
}

/** Forgets which draft it was; the draft itself has become an application. */
export function leaveDraft(event: RequestEvent): void {
  event.cookies.delete(cookie, { path: '/', secure: event.url.protocol === 'https:' });
}

async function fault(answer: Response): Promise<never> {
  error(answer.status >= 500 ? 503 : answer.status, (await readProblem(answer)).code);
}

function json(method: string, body: unknown, token?: string) {
  return {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { 'x-draft-token': token } : {}) },
    body: JSON.stringify(body),
  };
}
