import Type from 'typebox';
import { closed, Day, DutyWord, Place, Role } from './words.ts';

/** Who is signed in. `csrf` goes with every write, in the header `x-csrf-token`. */
export const Me = Type.Object(
  {
    username: Type.String(),
    name: Type.String(),
    role: Role,
    area: Place,
    duties: Type.Array(DutyWord),
    csrf: Type.String(),
    mode: Type.Enum(['demo', 'sandbox', 'production']),
    /** What day it is in the townships; the sandbox has a calendar of its own. */
    today: Day,
  },
  closed,
);
export type Me = Type.Static<typeof Me>;

export const AreaTree = Type.Object(
  {
    county: Place,
    townships: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), villages: Type.Array(Place) }, closed)),
  },
  closed,
);
export type AreaTree = Type.Static<typeof AreaTree>;
