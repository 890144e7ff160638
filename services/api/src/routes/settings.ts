import { modes } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, Day, Id, ModeWord, Moment, Programme } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { confirmationModes, setMode } from '../confirmation-modes.ts';
import type { Office } from '../office.ts';

const Setting = Type.Object(
  { id: Id, programme: Programme, mode: ModeWord, from: Day, source: Type.String(), by: Type.String(), at: Moment },
  closed,
);

/** What was set, newest day first; and who confirms a case that is accepted today. */
export const ConfirmationModes = Type.Object(
  {
    county: Type.String(),
    today: Type.Array(Type.Object({ programme: Programme, mode: ModeWord, source: Type.String() }, closed)),
    items: Type.Array(Setting),
  },
  closed,
);
export type ConfirmationModes = Type.Static<typeof ConfirmationModes>;

const NewMode = Type.Object(
  {
    programme: Programme,
    mode: Type.Enum(modes),
    from: Day,
    source: Type.String({
      maxLength: 500,
      pattern: '^\\s*\\S[^\\u0000-\\u001f\\u007f]+$',
      description: 'The ruling that it rests on [LAW 44]',
    }),
  },
  closed,
);

/** What a county sets for itself. */
export function settingRoutes(app: Api, office: Office): void {
  const path = '/api/settings/confirmation-modes';
  app.get(
    path,
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'getConfirmationModes',
        summary: 'Who confirms in the county, programme by programme',
        response: { 200: ConfirmationModes, ...refusing(401, 403) },
      },
    },
    (request) => confirmationModes(office, request),
  );
  app.put(
    path,
    {
      config: { policy: { duty: 'set-confirmation-mode' } },
      schema: {
        operationId: 'setConfirmationMode',
        summary: 'Set who confirms from a day on; cases that were accepted keep the mode of their acceptance',
        body: NewMode,
        response: { 200: ConfirmationModes, ...refusing(401, 403, 404, 422) },
      },
    },
    (request) => setMode(office, request, request.body),
  );
}
