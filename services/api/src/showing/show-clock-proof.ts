import { audit, clockProof } from '@zhouji/database';
import { clocks, replayFaults } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import type { ClockProof } from '../answers/clock-proof.ts';
import { languageOf } from '../language.ts';
import type { Office } from '../office.ts';

/** Every limit of a case, worked out again from its ledger, with the verdict. @throws Refusal NOT_FOUND */
export async function clockProofShown({ database, clock }: Office, request: FastifyRequest, caseId: string): Promise<ClockProof> {
  const language = languageOf(request);
  const proof = await database.transact(request.caller, clock.now(), async (tx) => {
    audit(tx, { action: 'prove-clocks', caseId });
    return clockProof(tx, caseId);
  });
  const { receipt, holds, chain, entries, faults, differences } = proof;
  const by = <About extends { seq: number }>(about: About) => ({
    ...about,
    kind: entries[about.seq]?.kind ?? '',
    on: entries[about.seq]?.day ?? '',
  });
  return {
    ...{ caseId, receipt, holds },
    chain: {
      holds: chain.holds,
      entries: Object.keys(entries).length,
      head: chain.holds ? chain.head : null,
      seq: chain.holds ? null : chain.seq,
      fault: chain.holds ? null : chain.fault,
    },
    clocks: proof.clocks.map((one) => ({
      ...one,
      source: clocks[one.kind].source,
      startedBy: by(one.startedBy),
      warnedBy: one.warnedBy.map(by),
      extendedBy: one.extendedBy.map(by),
      recomputedBy: one.recomputedBy.map(by),
      missedBy: one.missedBy && by(one.missedBy),
      stoppedBy: one.stoppedBy && by(one.stoppedBy),
    })),
    faults: faults.map(({ seq, fault }) => ({ seq, fault, message: replayFaults[fault][language] })),
    differences: differences.map(({ kind, ...difference }) => ({ clock: kind, ...difference })),
  };
}
