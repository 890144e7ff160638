import type { Problem } from './shapes.ts';

/** The problem document of an answer that was no success; one without words of its own counts as a fault. */
export async function readProblem(answer: Response): Promise<Problem> {
  try {
    const body: unknown = await answer.json();
    if (typeof body === 'object' && body !== null && 'code' in body && 'detail' in body) return body as Problem;
  } catch {
    // Not JSON: something between us and the API answered.
  }
  const code = answer.status >= 500 ? 'UNAVAILABLE' : 'FAULT';
  return { type: 'about:blank', title: code, status: answer.status, code, detail: '' };
}
