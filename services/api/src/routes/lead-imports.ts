import { PlainDate, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { MatchReport } from '../answers/lead.ts';
import { refusing } from '../answers/problem.ts';
import type { Api } from '../api.ts';
import { today } from '../clock.ts';
import { takeUploads } from '../documents/take-uploads.ts';
import { type ListSent, takeList } from '../match-list/import-list.ts';
import type { Office } from '../office.ts';
import { FieldsRefused } from '../plugins/fields-refused.ts';
import { compileStrictly } from '../plugins/validation.ts';

const isDay = compileStrictly(PlainDate);

/** The quarterly match lists: checked first, then imported. */
export function leadImportRoutes(app: Api, office: Office): void {
  app.register(async (scope) => {
    await takeUploads(scope);
    (scope as unknown as Api).post(
      '/api/lead-imports',
      {
        config: {
          policy: { duty: 'import-alerts' },
          documentedBody: {
            type: 'object',
            required: ['comparedOn', 'file'],
            properties: {
              comparedOn: { type: 'string', format: 'date', description: 'The day on which the registers were compared' },
              digest: {
                type: 'string',
                description: 'The digest of the file as it was checked: import it; left out, it is checked and nothing is written',
              },
              file: { type: 'string', format: 'binary' },
            },
          },
        },
        schema: {
          operationId: 'importMatchList',
          summary: 'Check a match list line by line, or import it',
          consumes: ['multipart/form-data'],
          response: { 200: MatchReport, ...refusing(401, 403, 409, 413, 415) },
        },
      },
      async (request) => takeList(office, request, await receiveList(office, request)),
    );
  });
}

async function receiveList(office: Office, request: FastifyRequest): Promise<ListSent> {
  if (!request.isMultipart()) refuse('MEDIA_TYPE');
  let file: Buffer | undefined;
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type !== 'file') fields[part.fieldname] = String(part.value);
    else {
      file = await part.toBuffer();
      if (part.file.truncated) refuse('TOO_LARGE');
    }
  }
  if (!file) throw new FieldsRefused([{ path: '/file', label: { zh: '选择一个文件。', en: 'Choose a file.' } }]);
  const { comparedOn = '', digest } = fields;
  if (!isDay(comparedOn) || comparedOn > today(office.clock))
    throw new FieldsRefused([
      {
        path: '/comparedOn',
        label: {
          zh: '填写比对日期，不晚于今天，如 2026-09-01。',
          en: 'Give the day of the comparison, not after today, such as 2026-09-01.',
        },
      },
    ]);
  return { file, comparedOn, ...(digest === undefined ? {} : { digest }) };
}
