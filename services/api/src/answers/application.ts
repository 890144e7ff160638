import { Agent, Household, PayAccount, PersonName, RelativeDeclaration } from '@zhouji/domain';
import Type from 'typebox';
import { closed, Day, Id, Programme, Receipt, Township, Village } from './words.ts';

/** `document:<what>`, `authorization:<member>` or `signature:<member>`. */
export const MissingItem = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^(document|authorization|signature):[^\\u0000-\\u001f\\u007f]+$',
});

/** What a household states and signs when it applies [M57 9]. */
export const Application = Type.Object(
  {
    programme: Programme,
    township: Township,
    village: Village,
    household: Household,
    declarations: Type.Object(
      {
        truthful: Type.Literal(true),
        authorizations: Type.Array(PersonName, { maxItems: 30, uniqueItems: true }),
        relatives: Type.Optional(Type.Array(RelativeDeclaration, { maxItems: 30 })),
        /** Who signed; left out: the applicant. Of a minor or a person without capacity the guardian does. */
        signedBy: Type.Optional(PersonName),
        /** Who applies in the name of the household; the mandate is a document of the draft. */
        agent: Type.Optional(Agent),
      },
      closed,
    ),
    /** Where the money is to go, in the name of the applicant; may follow. */
    account: Type.Optional(Type.Pick(PayAccount, ['bank', 'account'], closed)),
    without: Type.Optional(Type.Array(MissingItem, { maxItems: 40, uniqueItems: true })),
    /** The application that the office has begun, out of a lead, a work order or a relief. */
    prepared: Type.Optional(Id),
  },
  closed,
);
export type Application = Type.Static<typeof Application>;

/** The receipt of an application: its number, and what happens by when. */
export const Applied = Type.Object(
  { caseId: Id, receipt: Receipt, expects: Type.Array(Type.Object({ clock: Type.String(), what: Type.String(), by: Day }, closed)) },
  closed,
);
export type Applied = Type.Static<typeof Applied>;

/** A client's own name for one submission: sent twice, it counts once. */
export const IdempotencyHeaders = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{8,100}$' })) });
