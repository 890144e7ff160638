import type { Payment } from '#lib/api/shapes.ts';

/** Whether what came back waits for another account: the same would only return it again. */
export function needsAccount({ returnReason, hasNewAccount }: Pick<Payment, 'returnReason' | 'hasNewAccount'>): boolean {
  return !hasNewAccount && returnReason !== 'not-received' && returnReason !== 'other';
}
