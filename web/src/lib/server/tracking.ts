import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import type { Problem, Tracking } from '#lib/api/shapes.ts';
import { keyOf } from './form-key.ts';

/** Which receipt this browser has shown, and the proof of it: no digit of anybody's, and gone with the browser's session. */
const cookie = 'zhouji_tracking';

/** A receipt whose holder has said the last four. */
export interface Held {
  receipt: string;
  proof: string;
}

/** Says the last four to the API, once. @returns what was wrong, or nothing */
export async function holdReceipt(event: RequestEvent, receipt: string, lastFour: string): Promise<Problem | undefined> {
  const answer = await event.fetch(`/api/track/${encodeURIComponent(receipt)}/proof`, json({ lastFour }));
  if (!answer.ok) return readProblem(answer);
  const { proof } = (await answer.json()) as { proof: string };
  event.cookies.set(cookie, `${receipt}.${proof}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
  });
  return undefined;
}

/** Forgets the receipt. */
export function leaveReceipt(event: RequestEvent): void {
  event.cookies.delete(cookie, { path: '/', secure: event.url.protocol === 'https:' });
}

/** The receipt that this browser has shown. */
export function findHeld(event: RequestEvent): Held | undefined {
  const text = event.cookies.get(cookie) ?? '';
  const cut = text.indexOf('.');
  return cut > 0 ? { receipt: text.slice(0, cut), proof: text.slice(cut + 1) } : undefined;
}

/** The same, or back to where the last four are asked for. */
export function getHeld(event: RequestEvent): Held {
  return findHeld(event) ?? redirect(303, '/track');
}

/** Where the case stands; whose proof has ended is asked for the last four again. */
export async function getTracking(event: RequestEvent): Promise<Tracking> {
  return (await (await askHeld(event, '')).json()) as Tracking;
}

/** Reads something of the case. */
export async function askHeld(event: RequestEvent, path: string): Promise<Response> {
  const { receipt, proof } = getHeld(event);
  const answer = await event.fetch(`/api/track/${encodeURIComponent(receipt)}${path}`, { headers: { 'x-tracking-proof': proof } });
  if (answer.ok) return answer;
  const problem = await readProblem(answer);
  if (problem.code === 'LAST_FOUR_WRONG') sayAgain(event, receipt);
  error(problem.status >= 500 ? 503 : problem.status, problem.code);
}

/**
 * Tells the case something; sent twice from the same page, it counts once.
 *
 * @returns what the API objected to, or nothing
 */
export async function tellHeld(event: RequestEvent, path: string, body: object, form: FormData): Promise<Problem | undefined> {
  const { receipt, proof } = getHeld(event);
  const key = keyOf(form);
  const answer = await event.fetch(
    `/api/track/${encodeURIComponent(receipt)}${path}`,
    json(body, { 'x-tracking-proof': proof, ...(key ? { 'idempotency-key': key } : {}) }),
  );
  return problemOf(event, answer, receipt);
}

/** Adds a file to the case. @returns what the API objected to, or nothing */
export async function addPaper(event: RequestEvent, { file, what }: { file: File; what: string }): Promise<Problem | undefined> {
  const { receipt, proof } = getHeld(event);
  const body = new FormData();
  body.set('what', what);
  body.set('file', file);
  const answer = await event.fetch(`/api/track/${encodeURIComponent(receipt)}/documents`, {
    method: 'POST',
    headers: { 'x-tracking-proof': proof },
    body,
  });
  return problemOf(event, answer, receipt);
}

async function problemOf(event: RequestEvent, answer: Response, receipt: string): Promise<Problem | undefined> {
  if (answer.ok) return undefined;
  const problem = await readProblem(answer);
  if (problem.code === 'LAST_FOUR_WRONG') sayAgain(event, receipt);
  return problem;
}

function sayAgain(event: RequestEvent, receipt: string): never {
  leaveReceipt(event);
  redirect(303, `/track?over&receipt=${encodeURIComponent(receipt)}`);
}

function json(body: object, headers: Record<string, string> = {}) {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
