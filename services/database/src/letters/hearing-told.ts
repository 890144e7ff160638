import type { Label } from '@zhouji/domain';

/** LAW 48 — How somebody was heard, as the decision tells it; by the outcome of the hearing. */
export function hearingTold(outcome: string, data: Record<string, unknown>): Label | undefined {
  return told[outcome]?.(data);
}

const told: Record<string, (data: Record<string, unknown>) => Label> = {
  heard: ({ statement }) => ({ zh: `已听取意见：${String(statement)}`, en: `We heard you: ${String(statement)}` }),
  declined: () => ({ zh: '已告知可以陈述意见，你表示放弃。', en: 'We told you that you could be heard; you did not want to be.' }),
  unreachable: () => ({ zh: '多次联系未果，未能听取意见。', en: 'We tried several times and could not reach you to hear you.' }),
};
