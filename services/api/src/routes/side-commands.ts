import { extensionReasons, Household, PersonName, sideCommands, type SideCommand } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed, Day, EndingWord, Id, Nullable, StageWord, Text } from '../answers/words.ts';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import { complainWithin, extend, objectWithin, report, reportDeathIn, transferTo, withdrawCase } from '../side-commands.ts';

const OfCase = Type.Object({ id: Id });
const CaseNow = Type.Object({ id: Id, stage: StageWord, ending: Nullable(EndingWord) }, closed);
const Withdrawal = Type.Object({ reason: Text(2000) }, closed);
const Objection = Type.Object({ text: Text(4000), objector: Type.Optional(Text(200)) }, closed);
const Complaint = Type.Object({ text: Text(4000) }, closed);
const Report = Type.Object({ kind: Type.Enum(['death', 'refuses-to-cooperate']), reason: Text(2000) }, closed);
const Death = Type.Object(
  {
    member: PersonName,
    diedOn: Day,
    reason: Text(2000),
    /** Who takes the place of an applicant who died. */
    newApplicant: Type.Optional(PersonName),
    /** The household as it is now, where more has changed than that the member is missing. */
    household: Type.Optional(Household),
  },
  closed,
);
const Transfer = Type.Object(
  {
    township: Type.String({ pattern: '^[0-9]{9}$' }),
    village: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
    reason: Text(2000),
  },
  closed,
);
/** Any word is read, so that an unlawful reason is refused in the words of the law. */
const Extension = Type.Object({ reason: Text(200), note: Type.Optional(Text(2000)) }, closed);
const documentedExtension = Type.Object({ reason: Type.Enum(Object.keys(extensionReasons)), note: Type.Optional(Text(2000)) }, closed);

/** The few commands that are not the outcome of a task. */
export function sideCommandRoutes(app: Api, office: Office): void {
  const answers = { 200: CaseNow, ...refusing(401, 403, 404, 409) };
  const by = (command: SideCommand) => ({ policy: { duty: sideCommands[command].duties } });
  app.post(
    '/api/cases/:id/withdrawal',
    {
      config: { policy: { signedIn: true } },
      schema: { operationId: 'withdrawCase', summary: 'The applicant withdraws', params: OfCase, body: Withdrawal, response: answers },
    },
    (request) => withdrawCase(office, request, request.params.id, request.body.reason),
  );
  app.post(
    '/api/cases/:id/objections',
    {
      config: by('object'),
      schema: {
        operationId: 'objectInCase',
        summary: 'Take down an objection that somebody brought to the office',
        params: OfCase,
        body: Objection,
        response: { ...answers, 200: Type.Object({ ...CaseNow.properties, slip: Type.String() }, closed) },
      },
    },
    (request) => objectWithin(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/complaints',
    {
      config: by('complain'),
      schema: {
        operationId: 'complainInCase',
        summary: 'Take down a complaint about an application: the county visits before it is decided',
        params: OfCase,
        body: Complaint,
        response: answers,
      },
    },
    (request) => complainWithin(office, request, request.params.id, request.body.text),
  );
  app.post(
    '/api/cases/:id/reports',
    {
      config: by('report-death'),
      schema: {
        operationId: 'reportInCase',
        summary: 'Report that the applicant has died, or that the household refuses to co-operate: first a warning, then the end',
        params: OfCase,
        body: Report,
        response: answers,
      },
    },
    (request) => report(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/deaths',
    {
      config: by('report-death'),
      schema: { operationId: 'reportDeath', summary: 'Report that a member has died', params: OfCase, body: Death, response: answers },
    },
    (request) => reportDeathIn(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/transfer',
    {
      config: by('transfer'),
      schema: {
        operationId: 'transferCase',
        summary: 'Pass a case on to the township that it belongs to; it opens there by itself',
        params: OfCase,
        body: Transfer,
        response: answers,
      },
    },
    (request) => transferTo(office, request, request.params.id, request.body),
  );
  app.post(
    '/api/cases/:id/extension',
    {
      config: { ...by('extend'), documentedBody: documentedExtension },
      schema: {
        operationId: 'extendClock',
        summary: 'Lengthen the time limit of the decision, for one of the reasons of the law',
        params: OfCase,
        body: Extension,
        response: answers,
      },
    },
    (request) => extend(office, request, request.params.id, request.body),
  );
}
