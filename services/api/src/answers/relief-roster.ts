import { type DecidesAs, decidesAs, type Role, roles } from '@zhouji/domain';
import Type from 'typebox';
import { closed, Day, Id, Place } from './words.ts';

/** Who decides on reliefs in a township: today and tonight, who is on the roster, and the days on which too few may. */
export const ReliefRoster = Type.Object(
  {
    township: Place,
    today: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          role: Type.Enum(Object.keys(roles) as Role[]),
          as: Type.Enum(Object.keys(decidesAs) as DecidesAs[]),
        },
        closed,
      ),
    ),
    turns: Type.Array(Type.Object({ id: Id, name: Type.String(), from: Day, to: Day, by: Type.String() }, closed)),
    /** Of the next two weeks. */
    gaps: Type.Array(Day),
    candidates: Type.Array(Type.Object({ account: Id, name: Type.String() }, closed)),
  },
  closed,
);
export type ReliefRoster = Type.Static<typeof ReliefRoster>;
