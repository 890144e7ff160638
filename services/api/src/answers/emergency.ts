import { emergencyKindCodes } from '@zhouji/domain';
import Type from 'typebox';
import { closed, Day, Id, Moment, Place } from './words.ts';

/** Whether it reigns today, will, or is over. */
export const emergencyStates = ['reigning', 'to-come', 'over'] as const;

/** An emergency as it stands: what was declared, and how it was ended early. `lastDay` is the last day on which it reigns. */
export const EmergencyShown = Type.Object(
  {
    id: Id,
    kind: Type.Enum(emergencyKindCodes),
    title: Type.String(),
    reason: Type.String(),
    source: Type.String(),
    townships: Type.Union([Type.Null(), Type.Array(Place)], { description: 'null: everywhere in the county' }),
    from: Day,
    until: Day,
    lastDay: Day,
    state: Type.Enum(emergencyStates),
    by: Type.String(),
    at: Moment,
    ended: Type.Union([Type.Null(), Type.Object({ lastDay: Day, reason: Type.String(), by: Type.String(), at: Moment }, closed)]),
  },
  closed,
);
export type EmergencyShown = Type.Static<typeof EmergencyShown>;

export const Emergencies = Type.Object({ county: Type.String(), items: Type.Array(EmergencyShown) }, closed);
export type Emergencies = Type.Static<typeof Emergencies>;

/** What the banner says. */
export const EmergenciesNow = Type.Object(
  { items: Type.Array(Type.Pick(EmergencyShown, ['id', 'kind', 'title', 'townships', 'from', 'lastDay'], closed)) },
  closed,
);
export type EmergenciesNow = Type.Static<typeof EmergenciesNow>;
