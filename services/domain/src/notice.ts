import Type from 'typebox';

/**
 * All that a public notice may show; nothing else can be published [M57 19, 24; N2022 4(2); GOVINFO 15].
 * `applicant` is the applicant's name, or the guardian's where the applicant is a minor.
 */
export const NoticeFields = Type.Object(
  {
    applicant: Type.String(),
    township: Type.String(),
    village: Type.String(),
    programme: Type.String(),
    persons: Type.Integer({ minimum: 1 }),
    monthly: Type.String({ description: 'Proposed amount, yuan a month' }),
    amount: Type.Optional(Type.String({ description: 'Proposed amount of one-off aid, yuan in all; then nothing is paid a month' })),
    postedOn: Type.String(),
    endsOn: Type.String(),
  },
  { additionalProperties: false },
);
export type NoticeFields = Type.Static<typeof NoticeFields>;
