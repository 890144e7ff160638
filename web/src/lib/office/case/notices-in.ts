import type { CaseFile, LedgerEntry } from '#lib/api/shapes.ts';

/** A notice of a case, as its ledger tells of it. */
export interface NoticeInCase {
  id: string;
  /** The opinion that is posted before the decision, or the result that is published after it. */
  kind: 'notice' | 'publication';
  round: number;
  postedAt: string;
  isHanging: boolean;
  period: CaseFile['periods'][number] | undefined;
  proofs: CaseFile['proofs'];
}

/** Every notice that was posted in a case, the newest first; the file itself names only the one that hangs. */
export function noticesIn({ notice, periods, proofs }: CaseFile, ledger: readonly LedgerEntry[]): NoticeInCase[] {
  return ledger
    .flatMap(({ kind, round, at, data }) => {
      const id = data['notice'];
      if (kind !== 'notice.posted' || typeof id !== 'string') return [];
      const isResult = data['kind'] === 'publication';
      return [
        {
          id,
          kind: isResult ? ('publication' as const) : ('notice' as const),
          round: round ?? 1,
          postedAt: at,
          isHanging: notice?.id === id,
          period: isResult ? undefined : periods.find((period) => period.kind === 'notice' && period.round === (round ?? 1)),
          proofs: proofs.filter((proof) => proof.notice === id),
        },
      ];
    })
    .toReversed();
}
