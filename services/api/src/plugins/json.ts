import { type Label, Refusal, fieldFaults } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';

const MOST_DEEP = 40;
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * JSON is the one form of body, besides uploads. Text that the database could not hold (NUL, half of a surrogate pair), names that reach
 * into prototypes, and documents as deep as a well are refused before anything looks at them, wherever they stand.
 */
export const json = fp(
  (app, _options, done) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) => {
      try {
        parsed(null, parse(body as Buffer));
      } catch (error) {
        parsed(error as Error);
      }
    });
    app.addHook('onRequest', (request, _reply, next) => next(faultOfUrl(request)));
    done();
  },
  { name: 'json' },
);

function parse(body: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(body));
  } catch {
    throw new Refusal('MALFORMED');
  }
  const errors = findUnfit(value);
  if (errors.length > 0) throw new Refusal('MALFORMED', { errors });
  return value;
}

interface Unfit {
  path: string;
  message: Label;
}

/** Enough to mend a document by. */
const MOST_UNFIT = 20;

/** What may not be in a document, where it stands. Walks without recursion: depth is what it guards against. */
function findUnfit(document: unknown): Unfit[] {
  const found: Unfit[] = [];
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: document, path: '', depth: 0 }];
  for (let item = stack.pop(); item !== undefined && found.length < MOST_UNFIT; item = stack.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'string' && isUnfit(value)) found.push({ path, message: fieldFaults['unfit-character'] });
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MOST_DEEP) return [...found, { path: path.slice(0, 200), message: fieldFaults['too-deep'] }];
    for (const [key, child] of Object.entries(value).toReversed()) {
      if (isUnfit(key)) found.push({ path, message: fieldFaults['unfit-character'] });
      else if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        found.push({ path: `${path}/${key}`, message: fieldFaults.unknown });
      else stack.push({ value: child, path: `${path}/${key.slice(0, 60)}`, depth: depth + 1 });
    }
  }
  return found;
}

function isUnfit(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

/** Percent-encoded NUL and surrogates, in path or query. */
function faultOfUrl(request: FastifyRequest): Error | undefined {
  return /%00|%ed%[ab]/i.test(request.url) ? new Refusal('MALFORMED') : undefined;
}
