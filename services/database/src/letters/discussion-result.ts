import { formatYuan, letters, type MeetingRecord, type MeetingResult, parseYuan } from '@zhouji/domain';
import { type LetterContent, type LetterGround } from './letter-content.ts';
import { stageWay, stageWhen } from './minutes.ts';

/** 一事一议结果告知书 [LAW 45]: what was decided for the family, when it is paid, who else helps, and what can be done against it. */
export function discussionLetter(
  { applicant, receipt, day, county, remedies }: LetterGround,
  {
    result,
    record: { amount, stages = [], measures = [], reason },
    receivers,
  }: { result: MeetingResult; record: MeetingRecord; receivers: ReadonlyMap<string, string> },
): LetterContent {
  const opening = {
    zh: `你家的困难情况（编号 ${receipt}），${county}有关部门已经共同研究。`,
    en: `The departments of ${county} have discussed the hardship of your family together (number ${receipt}).`,
  };
  return {
    title: letters['discussion-result'].label,
    to: applicant,
    paragraphs: [
      opening,
      ...(result === 'refused'
        ? [
            {
              zh: `决定：不予救助，决定日期 ${day}。理由：${reason}`,
              en: `Decision: no assistance is given; taken on ${day}. Reason: ${reason}`,
            },
          ]
        : result === 'refer'
          ? [
              {
                zh: '决定：请下列单位为你家办理，由它们与你联系。',
                en: 'Decision: the bodies named below are asked to help you, and will get in touch.',
              },
            ]
          : [
              {
                zh: `决定：给予临时救助 ${formatYuan(parseYuan(amount ?? '0'))} 元，${stages.length > 1 ? `分 ${stages.length} 期支付` : '一次支付'}。`,
                en: `Decision: temporary aid of ${formatYuan(parseYuan(amount ?? '0'))} yuan, paid ${stages.length > 1 ? `in ${stages.length} stages` : 'at once'}.`,
              },
              { zh: `理由：${reason}`, en: `Reason: ${reason}` },
            ]),
    ],
    lines: stages.map((stage, i) => ({
      label: { zh: `第 ${i + 1} 期`, en: `Stage ${i + 1}` },
      value: `${formatYuan(parseYuan(stage.amount))} 元，${stageWay(stage).zh}，${stageWhen(stage).zh}`,
    })),
    sections: [
      ...(measures.length > 0
        ? [
            {
              heading: { zh: '还有这些单位为你家办理', en: 'Who else helps' },
              lines: measures.map(({ receiver, what }) => ({
                label: { zh: receivers.get(receiver) ?? receiver, en: receivers.get(receiver) ?? receiver },
                value: what,
              })),
            },
          ]
        : []),
      remedies(),
    ],
  };
}
