import { Refusal } from '@zhouji/domain';
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
  const path = findUnfit(value);
  if (path !== undefined) throw new Refusal('MALFORMED', { errors: [{ path, message: 'NUL, lone surrogate, prototype name or depth' }] });
  return value;
}

/** The path to the first thing that may not be in a document, if any. Walks without recursion: depth is what it guards against. */
function findUnfit(document: unknown): string | undefined {
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: document, path: '', depth: 0 }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'string' && isUnfit(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MOST_DEEP) return path.slice(0, 200);
    for (const [key, child] of Object.entries(value)) {
      if (isUnfit(key)) return path;
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') return `${path}/${key}`;
      stack.push({ value: child, path: `${path}/${key.slice(0, 60)}`, depth: depth + 1 });
    }
  }
  return undefined;
}

function isUnfit(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

/** Percent-encoded NUL and surrogates, in path or query. */
function faultOfUrl(request: FastifyRequest): Error | undefined {
  return /%00|%ed%[ab]/i.test(request.url) ? new Refusal('MALFORMED') : undefined;
}
