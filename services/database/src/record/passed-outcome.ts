/**
 * A step that a newer process asks for, but that the record has gone past: it is not opened backwards, and stands as the
 * table says. Undefined when it is to be opened.
 */
export function passedOutcome(
  { passedBy }: { passedBy?: { kinds: readonly string[]; outcome: string } },
  round: number,
  recorded: readonly { kind: string; round: number }[],
): string | undefined {
  if (!passedBy) return undefined;
  return recorded.some((step) => passedBy.kinds.includes(step.kind) && step.round >= round) ? passedBy.outcome : undefined;
}
