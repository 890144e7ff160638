import { chainFaults, type ReplayFault, replayFaults } from '@zhouji/domain';
import Type from 'typebox';
import { ClockOfCase } from './case-file.ts';
import { closed, Day, Id, Nullable } from './words.ts';

/** An entry of the ledger that a limit stands on, by its place. */
const ByEntry = Type.Object({ seq: Type.Integer(), kind: Type.String(), on: Day }, closed);

const ProvenClock = Type.Object(
  {
    ...ClockOfCase.properties,
    startedBy: ByEntry,
    warnedBy: Type.Array(Type.Object({ ...ByEntry.properties, level: Type.String() }, closed)),
    extendedBy: Type.Array(Type.Object({ ...ByEntry.properties, reason: Type.String(), from: Day, to: Day }, closed)),
    recomputedBy: Type.Array(Type.Object({ ...ByEntry.properties, from: Day, to: Day, calendar: Type.String() }, closed)),
    missedBy: Nullable(ByEntry),
    stoppedBy: Nullable(ByEntry),
  },
  closed,
);

/** Every limit of a case as its ledger alone gives it, and whether that is what is stored and shown. */
export const ClockProof = Type.Object(
  {
    caseId: Id,
    receipt: Type.String(),
    holds: Type.Boolean({ description: 'Whether the ledger is whole, follows from the law, and gives what is stored' }),
    chain: Type.Object(
      {
        holds: Type.Boolean(),
        entries: Type.Integer(),
        head: Nullable(Type.String()),
        seq: Nullable(Type.Integer({ description: 'The first entry that does not fit' })),
        fault: Nullable(Type.Enum(chainFaults)),
      },
      closed,
    ),
    clocks: Type.Array(ProvenClock),
    faults: Type.Array(
      Type.Object({ seq: Type.Integer(), fault: Type.Enum(Object.keys(replayFaults) as ReplayFault[]), message: Type.String() }, closed),
    ),
    differences: Type.Array(
      Type.Object(
        {
          clock: Type.String(),
          round: Type.Integer(),
          column: Nullable(Type.String()),
          replayed: Type.Unknown(),
          stored: Type.Unknown(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ClockProof = Type.Static<typeof ClockProof>;
