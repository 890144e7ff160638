import { type Assessment, type Instalment, letters } from '@zhouji/domain';
import { type LetterContent, type LetterGround } from './letter-content.ts';

/** 临时救助决定书 [SC649 48; LAW 45]: how much, why so much, and in which instalments. */
export function aidDecisionLetter(
  { applicant, programme, receipt, day, county, remedies }: LetterGround,
  { assessment, stages, isFiled }: { assessment: Assessment; stages: readonly Instalment[]; isFiled: boolean },
): LetterContent {
  const { amount = '0.00', share, months = 0, spending = '0.00' } = assessment;
  const { monthly: _nothing, ...because } = assessment.because;
  return {
    title: letters['aid-decision'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）已于 ${day} 决定给予救助，救助金额共 ${amount} 元。`,
        en: `Your application for ${programme.en.toLowerCase()} (receipt ${receipt}) was decided on ${day}: you receive ${amount} yuan in all.`,
      },
      ...(stages.length > 1
        ? [{ zh: `分 ${stages.length} 期发放，日期和金额见下表。`, en: `It is paid in ${stages.length} instalments, on the days below.` }]
        : [{ zh: '一次发放到申请人本人的账户。', en: "It is paid at once, into the applicant's own account." }]),
      {
        zh: '还没有登记账户的，到受理窗口登记本人的银行账户。',
        en: 'If no account is entered yet, bring the number of your own bank account to the window.',
      },
      ...(isFiled ? [{ zh: `本决定由乡镇作出，报${county}备案。`, en: `The township has decided, and files it with ${county}.` }] : []),
    ],
    lines: [
      { label: { zh: '救助金额（元）', en: 'Amount, yuan' }, value: amount },
      { label: { zh: '十二个月必需支出（元）', en: 'Necessary spending of twelve months, yuan' }, value: spending },
      {
        label: { zh: '支出占收入', en: 'Share of the income' },
        value: share === null || share === undefined ? '没有收入 no income' : percent(share),
      },
      { label: { zh: '救助月数', en: 'Months' }, value: String(months) },
    ],
    because,
    sections: [...(stages.length > 1 ? [instalments(stages)] : []), remedies()],
  };
}

function instalments(stages: readonly Instalment[]): NonNullable<LetterContent['sections']>[number] {
  return {
    heading: { zh: '分期发放', en: 'Instalments' },
    table: {
      columns: [
        { zh: '期', en: 'No.' },
        { zh: '日期', en: 'From' },
        { zh: '金额（元）', en: 'Yuan' },
      ],
      rows: stages.map(({ amount, on }, i) => [String(i + 1), on, amount]),
    },
  };
}

/** `0.6543` as `65.43%`, cut off as the share is. */
function percent(share: string): string {
  const hundredths = Math.round(Number(share) * 10_000);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}
