import { findAwards } from '@zhouji/database';
import { type ChangeKind, changeKinds, Household, PersonName } from '@zhouji/domain';
import Type from 'typebox';
import { AwardLine, AwardStateWord } from '../answers/award.ts';
import { refusing } from '../answers/problem.ts';
import { closed, Cursor, Day, EndingWord, Id, Nullable, StageWord, Text, Township } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { placesOf } from '../area-names.ts';
import { giveUpAward, recordWorkRefusalIn, reportChangeIn } from '../award-commands.ts';
import type { Office } from '../office.ts';
import { awardLineShown } from '../showing/show-award.ts';

const OfCase = Type.Object({ id: Id });
const CaseNow = Type.Object({ id: Id, stage: StageWord, ending: Nullable(EndingWord) }, closed);
const AwardFilter = Type.Object(
  {
    township: Type.Optional(Township),
    state: Type.Optional(AwardStateWord),
    text: Type.Optional(Text(60)),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  closed,
);
const Change = Type.Object(
  {
    what: Type.Enum(Object.keys(changeKinds) as ChangeKind[]),
    text: Text(2000),
    /** As an officer took it down; whoever receives the award tells it in words, and the review establishes it. */
    household: Type.Optional(Household),
  },
  closed,
);
const WorkRefusal = Type.Object(
  { member: PersonName, offeredOn: Day, offer: Text(500), hasGoodReason: Type.Boolean(), reason: Text(2000) },
  closed,
);
const GivingUp = Type.Object({ reason: Text(2000) }, closed);

/** What lives on after a grant. Its tasks are done, and its file is read, as those of every case. */
export function awardRoutes(app: Api, office: Office): void {
  const answers = { 200: CaseNow, ...refusing(401, 403, 404, 409, 422) };
  app.get(
    '/api/awards',
    {
      config: { policy: { duty: 'read-cases' } },
      schema: {
        operationId: 'listAwards',
        summary: 'Awards of the caller’s area, newest first',
        querystring: AwardFilter,
        response: { 200: Type.Object({ items: Type.Array(AwardLine), next: Nullable(Type.String()) }, closed), ...refusing(401, 403) },
      },
    },
    async ({ caller, query: { township, ...filter } }) => {
      const place = await placesOf(office);
      const { items, next } = await office.database.transact(caller, office.clock.now(), (tx) =>
        findAwards(tx, { ...filter, ...(township ? { townships: [township] } : {}) }),
      );
      return { items: items.map((line) => awardLineShown(line, place)), next };
    },
  );
  app.post(
    '/api/cases/:id/changes',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'reportChange',
        summary: 'Report a change in a household in payment: its review is called early',
        params: OfCase,
        body: Change,
        response: answers,
      },
    },
    (request) => reportChangeIn(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/work-refusals',
    {
      config: { policy: { duty: 'review-award' } },
      schema: {
        operationId: 'recordWorkRefusal',
        summary: 'Record that a member refused work that was offered',
        params: OfCase,
        body: WorkRefusal,
        response: answers,
      },
    },
    (request) => recordWorkRefusalIn(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/giving-up',
    {
      config: { policy: { signedIn: true } },
      schema: {
        operationId: 'giveUpAward',
        summary: 'The household gives its award up',
        params: OfCase,
        body: GivingUp,
        response: answers,
      },
    },
    (request) => giveUpAward(office, request, request.params.id, request.body.reason),
  );
}
