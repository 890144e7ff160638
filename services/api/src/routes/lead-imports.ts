import { PlainDate, refuse, fieldFaults } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { MatchImport, MatchReport } from '../answers/lead.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Id } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { today } from '../clock.ts';
import { takeUploads } from '../documents/take-uploads.ts';
import { checkList, importShownTo, importsShown, type ListSent, startImport } from '../match-list/import-list.ts';
import { importRunner } from '../match-list/import-runner.ts';
import type { Office } from '../office.ts';
import { FieldsRefused } from '../plugins/fields-refused.ts';
import { compileStrictly } from '../plugins/validation.ts';

const isDay = compileStrictly(PlainDate);

const Upload = {
  type: 'object',
  required: ['comparedOn', 'file'],
  properties: {
    comparedOn: { type: 'string', format: 'date', description: 'The day on which the registers were compared' },
    file: { type: 'string', format: 'binary' },
  },
};
const Checked = {
  ...Upload,
  required: [...Upload.required, 'digest'],
  properties: { ...Upload.properties, digest: { type: 'string', description: 'The digest of the file as it was checked' } },
};

/** The quarterly match lists: checked first, then imported in the background, wherever it is cut off. */
export function leadImportRoutes(app: Api, office: Office): void {
  const policy = { duty: 'import-alerts' } as const;
  const consumes = ['multipart/form-data'];
  const runner = importRunner(office, (error) => app.log.error({ err: error }, 'an import of a match list cannot go on'));
  app.addHook('onReady', async () => runner.goOn());
  app.addHook('preClose', () => runner.stop());

  app.register(async (scope) => {
    await takeUploads(scope);
    const uploads = scope as unknown as Api;
    uploads.post(
      '/api/lead-import-checks',
      {
        config: { policy, documentedBody: Upload },
        schema: {
          operationId: 'checkMatchList',
          summary: 'Check a match list line by line; nothing is written',
          consumes,
          response: { 200: MatchReport, ...refusing(401, 403, 413, 415) },
        },
      },
      async (request) => checkList(office, request, await receiveList(office, request)),
    );
    uploads.post(
      '/api/lead-imports',
      {
        config: { policy, documentedBody: Checked },
        schema: {
          operationId: 'importMatchList',
          summary: 'Import a match list that was checked; its leads follow in the background',
          consumes,
          response: { 202: MatchImport, ...refusing(401, 403, 409, 413, 415) },
        },
      },
      async (request, reply) => {
        const begun = await startImport(office, request, await receiveList(office, request));
        runner.goOn();
        return reply.code(202).send(begun);
      },
    );
  });
  app.get(
    '/api/lead-imports',
    {
      config: { policy },
      schema: {
        operationId: 'listMatchImports',
        summary: 'The newest imports of the county',
        response: { 200: Type.Object({ items: Type.Array(MatchImport) }, closed), ...refusing(401, 403) },
      },
    },
    async (request) => ({ items: await importsShown(office, request) }),
  );
  app.get(
    '/api/lead-imports/:id',
    {
      config: { policy },
      schema: {
        operationId: 'getMatchImport',
        summary: 'How far an import has come; when it is finished, what became of each line',
        params: Type.Object({ id: Id }),
        response: { 200: MatchImport, ...refusing(401, 403, 404) },
      },
    },
    async (request) => {
      const shown = await importShownTo(office, request, request.params.id);
      // Whoever looks at one that stands still sets it going again.
      if (shown.finishedAt === null) runner.goOn();
      return shown;
    },
  );
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
  if (!file) throw new FieldsRefused([{ path: '/file', label: fieldFaults['no-file'] }]);
  const { comparedOn = '', digest } = fields;
  if (!isDay(comparedOn) || comparedOn > today(office.clock))
    throw new FieldsRefused([
      {
        path: '/comparedOn',
        label: fieldFaults['compared-when'],
      },
    ]);
  return { file, comparedOn, ...(digest === undefined ? {} : { digest }) };
}
