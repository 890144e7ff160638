import { findWarnings } from '@zhouji/database';
import { clocks, clockStates, warningLevels } from '@zhouji/domain';
import Type from 'typebox';
import { ClockWord } from '../answers/case-words.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Day, Id, Moment, Nullable, Place, TaskWord } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import type { Office } from '../office.ts';

const WarningLine = Type.Object(
  {
    caseId: Id,
    receipt: Type.String(),
    applicant: Type.String(),
    township: Place,
    village: Place,
    clock: ClockWord,
    round: Type.Integer(),
    dueOn: Day,
    dueAt: Moment,
    state: Type.Enum(clockStates),
    warnedLevel: Nullable(Type.Enum(warningLevels)),
    source: Type.String(),
    task: Nullable(Type.Object({ id: Id, kind: TaskWord }, closed)),
  },
  closed,
);

/** Limits at risk or missed; a number of 1000 means that many or more. */
export const Warnings = Type.Object(
  {
    items: Type.Array(WarningLine),
    counts: Type.Object({ atRisk: Type.Integer(), missed: Type.Integer() }, closed),
  },
  closed,
);

export function warningRoutes(app: Api, office: Office): void {
  app.get(
    '/api/warnings',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'listWarnings',
        summary: 'Limits at risk or missed that concern the caller: by their tasks, as leader of the township, as the county',
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })) }, closed),
        response: { 200: Warnings, ...refusing(401) },
      },
    },
    async (request) => {
      const place = await placesOf(office);
      const { items, counts } = await office.database.transact(request.caller, office.clock.now(), (tx) =>
        findWarnings(tx, { most: request.query.limit ?? 50 }),
      );
      return {
        items: items.map(({ applicantName, township, village, taskId, taskKind, ...warning }) => ({
          ...warning,
          applicant: applicantName,
          township: place(township),
          village: place(village),
          source: clocks[warning.clock].source,
          task: taskId && taskKind ? { id: taskId, kind: taskKind } : null,
        })),
        counts,
      };
    },
  );
}
