import { Refusal, type RefusalCode, refusals, faultWords } from '@zhouji/domain';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Problem } from '../answers/problem.ts';
import { languageOf } from '../language.ts';
import { fieldErrors } from './field-errors.ts';
import { FieldsRefused } from './fields-refused.ts';
import { readAway } from './read-away.ts';

/** Turns everything that is thrown into a problem document. A fault of ours is logged whole and shown as nothing. */
export const problems = fp(
  (app, _options, done) => {
    app.setErrorHandler(async (error, request, reply) => {
      if ((error as FastifyError).code === 'FST_ERR_CTP_BODY_TOO_LARGE') await readAway(request.raw);
      return answerWith(error as FastifyError, request, reply);
    });
    app.setNotFoundHandler((request, reply) => answerWith(new Refusal('NOT_FOUND'), request, reply));
    done();
  },
  { name: 'problems' },
);

/** Answers with the problem document of an error. */
export function answerWith(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.code === 'FAULT') request.log.error({ err: error }, 'fault');
  if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '5');
  return reply
    .code(problem.status)
    .header('content-language', languageOf(request))
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

/** The words and the status of an error, in the reader's language. */
export function problemOf(error: Error, request: FastifyRequest): Problem {
  const language = languageOf(request);
  if (error instanceof FieldsRefused) {
    return refused('FIELDS_REFUSED', language, { errors: error.faults.map(({ path, label }) => ({ path, message: label[language] })) });
  }
  if (error instanceof Refusal) return refused(error.code, language, told(error.details, language));
  const { validation, validationContext = 'body' } = error as FastifyError;
  if (validation) {
    // An id that cannot be one names nothing.
    if (validationContext === 'params') return refused('NOT_FOUND', language);
    return refused('FIELDS_REFUSED', language, { errors: fieldErrors(validation, { part: validationContext, language }) });
  }
  const code = refusalOf(error as FastifyError);
  if (code) return refused(code, language);
  return { type: 'about:blank', title: 'FAULT', status: 500, code: 'FAULT', detail: faultWords[language] };
}

/** Faults of fields that a command found name their words in both languages. */
function told(details: Record<string, unknown>, language: 'zh' | 'en'): Record<string, unknown> {
  const { errors } = details;
  if (!Array.isArray(errors)) return details;
  return {
    ...details,
    errors: (errors as { message?: unknown }[]).map((fault) => ({ ...fault, message: inLanguage(fault.message, language) })),
  };
}

function inLanguage(message: unknown, language: 'zh' | 'en'): unknown {
  return typeof message === 'object' && message !== null && language in message ? (message as Record<string, unknown>)[language] : message;
}

function refused(code: RefusalCode, language: 'zh' | 'en', details: Record<string, unknown> = {}): Problem {
  const { status, [language]: detail } = refusals[code];
  return { ...details, type: `/api/problems/${code}`, title: code, status, code, detail };
}

/** What Fastify, its plugins and the database throw, as refusals. */
const refusalsByErrorCode: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'MEDIA_TYPE',
  FST_REQ_FILE_TOO_LARGE: 'FILE_REFUSED',
  FST_UNDER_PRESSURE: 'UNAVAILABLE',
  FST_ERR_HANDLER_TIMEOUT: 'UNAVAILABLE',
  ECONNREFUSED: 'UNAVAILABLE',
  ECONNRESET: 'UNAVAILABLE',
  EPIPE: 'UNAVAILABLE',
  // PostgreSQL: characters it cannot hold.
  '22021': 'MALFORMED',
  '22P05': 'MALFORMED',
  // Shut down, starting up, too many connections, time-outs, deadlock, serialization.
  '57P01': 'UNAVAILABLE',
  '57P02': 'UNAVAILABLE',
  '57P03': 'UNAVAILABLE',
  // Put away, or being restored.
  '3D000': 'UNAVAILABLE',
  '53300': 'UNAVAILABLE',
  '57014': 'UNAVAILABLE',
  '55P03': 'UNAVAILABLE',
  '40001': 'UNAVAILABLE',
  '40P01': 'UNAVAILABLE',
  '25P03': 'UNAVAILABLE',
  '08006': 'UNAVAILABLE',
  '08003': 'UNAVAILABLE',
  '08001': 'UNAVAILABLE',
};

function refusalOf(error: FastifyError & { cause?: unknown }): RefusalCode | undefined {
  for (let link: unknown = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth++) {
    const code = refusalsByErrorCode[(link as FastifyError).code];
    if (code) return code;
    if (/connection terminated|connection timeout|timeout exceeded when trying to connect|closed the connection/i.test(link.message))
      return 'UNAVAILABLE';
  }
  const { statusCode } = error;
  if (statusCode === 404) return 'NOT_FOUND';
  if (statusCode === 413) return 'TOO_LARGE';
  if (statusCode === 415) return 'MEDIA_TYPE';
  if (statusCode === 429) return 'TOO_MANY';
  if (statusCode === 503) return 'UNAVAILABLE';
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'MALFORMED' : undefined;
}
