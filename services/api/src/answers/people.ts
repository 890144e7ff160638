import { closeRelations, placeRules, type PlaceRule, relativeSources } from '@zhouji/domain';
import Type from 'typebox';
import { Amount, closed, EndingWord, Id, Moment, Nullable, Place, Programme, Role, StageWord } from './words.ts';

/** A row of the separate register of households that are related to an officer [M57 11]. */
export const Relative = Type.Object(
  {
    id: Id,
    caseId: Id,
    receipt: Type.String(),
    township: Place,
    applicant: Type.String(),
    member: Type.String(),
    officer: Type.String(),
    isOfStaff: Type.Boolean({ description: 'Whether it is known which account of the staff is meant' }),
    relation: Type.Enum(closeRelations),
    how: Type.Enum(relativeSources),
    note: Nullable(Type.String()),
    by: Type.String(),
    at: Moment,
    filedBy: Nullable(Type.String()),
    filedAt: Nullable(Moment),
    ending: Nullable(EndingWord),
  },
  closed,
);
export type Relative = Type.Static<typeof Relative>;

const Match = Type.Enum(['same', 'possible'], {
  description: 'same: by ID number; possible: name and birth agree and an ID number is lacking, which is a question',
});

/** Another case that shares a person, side by side; `caseId` is null and values are masked where it lies in another township. */
export const Duplicate = Type.Object(
  {
    caseId: Nullable(Id),
    township: Place,
    receipt: Type.String(),
    programme: Programme,
    stage: StageWord,
    ending: Nullable(EndingWord),
    appliedAt: Moment,
    monthly: Nullable(Amount),
    match: Match,
    people: Type.Array(
      Type.Object(
        {
          match: Match,
          fields: Type.Array(
            Type.Object(
              { field: Type.String(), here: Nullable(Type.String()), there: Nullable(Type.String()), isSame: Type.Boolean() },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type Duplicate = Type.Static<typeof Duplicate>;

export const Staff = Type.Object({ username: Type.String(), name: Type.String(), role: Role }, closed);

/** A question about the facts: about which value, and which members. A `certain` one cannot be true. */
export const Question = Type.Object(
  {
    code: Type.String(),
    path: Type.String(),
    members: Type.Array(Type.String()),
    certain: Type.Boolean(),
    message: Type.String(),
  },
  closed,
);
export type Question = Type.Static<typeof Question>;

const Registration = { hukou: Type.String(), members: Type.Array(Type.String()) };

/** Where a household may apply, why, and where else its members are registered. */
export const WhereToApply = Type.Object(
  {
    isApart: Type.Boolean({ description: 'Hukou and residence lie apart: a reason for which the decision may take longer' }),
    places: Type.Array(
      Type.Object(
        { ...Registration, rule: Type.Enum(Object.keys(placeRules) as PlaceRule[]), why: Type.String(), source: Type.String() },
        closed,
      ),
    ),
    others: Type.Array(Type.Object(Registration, closed)),
  },
  closed,
);
export type WhereToApply = Type.Static<typeof WhereToApply>;
