/** What the record knows of a step: its kind and its round. */
interface RecordedStep {
  readonly kind: string;
  readonly round: number;
}

/**
 * The outcome that stands for a task which a newer process asks for and the record has gone past: one of the kinds that
 * its row in `tasks` names as passing it is there, in the same round or a later one. Undefined when it is to be opened:
 * nothing is opened backwards.
 *
 * @param row the task's row
 * @param round which time it is asked for
 * @param record every step that is there, open or ended
 */
export function passedOutcome(
  { passedBy }: { readonly passedBy?: { readonly kinds: readonly string[]; readonly outcome: string } },
  round: number,
  record: readonly RecordedStep[],
): string | undefined {
  if (!passedBy) return undefined;
  return record.some((step) => passedBy.kinds.includes(step.kind) && step.round >= round) ? passedBy.outcome : undefined;
}
