import { blankAuthorisation } from '@zhouji/database';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { areaTree } from '../area-names.ts';
import { languageOf } from '../language.ts';
import type { Office } from '../office.ts';

const BlankForm = Type.Object(
  {
    title: Type.String(),
    paragraphs: Type.Array(Type.String()),
    lines: Type.Array(Type.String(), { description: 'What is written by hand' }),
    signatures: Type.Array(Type.String()),
  },
  closed,
);

/** Forms for whoever has not applied yet: printed empty, signed, and brought along. */
export function formRoutes(app: Api, office: Office): void {
  app.get(
    '/api/forms/authorisation',
    {
      config: { policy: { public: true } },
      schema: {
        operationId: 'getBlankAuthorisation',
        summary: 'The authorisation of the verification as a blank form [M57 9(3)]',
        response: { 200: BlankForm, ...refusing() },
      },
    },
    async (request) => {
      const language = languageOf(request);
      const { title, paragraphs, lines, signatures } = blankAuthorisation((await areaTree(office)).county.name);
      const said = (label: { zh: string; en: string }) => label[language];
      return { title: said(title), paragraphs: paragraphs.map(said), lines: lines.map(said), signatures: signatures.map(said) };
    },
  );
}
