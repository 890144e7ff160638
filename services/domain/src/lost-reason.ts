import type { Label } from './label.ts';

/** Why an open case waits on nobody. */
export const lostReasonLabels = {
  'nothing-open': { zh: '没有待办，也没有期间', en: 'There is nothing to do and nothing to wait for' },
  'nobody-can': { zh: '有待办，但没有人能办', en: 'There is something to do and nobody who may do it' },
  'period-over': { zh: '期间已过，没有往下走', en: 'A stretch is over and nothing has followed' },
  'payment-gone': { zh: '等待到账，但没有在途的付款', en: 'It waits for a payment and none is on its way' },
  'award-missing': { zh: '已确认，没有建立待遇', en: 'It was granted and there is no award' },
} as const satisfies Record<string, Label>;
export type LostReason = keyof typeof lostReasonLabels;
