import type { Label, LetterLine, NoticeFields } from '@zhouji/domain';

/** What a sheet on the village's board says of a household: the fields that may be shown, and its days. */
export function posterLines(fields: NoticeFields, said: { once: Label; monthly: Label; posted: Label }): LetterLine[] {
  const { applicant, township, village, programme, persons, postedOn, endsOn } = fields;
  return [
    { label: { zh: '申请人', en: 'Applicant' }, value: applicant },
    { label: { zh: '村（社区）', en: 'Village' }, value: `${township} ${village}` },
    { label: { zh: '救助类别', en: 'Programme' }, value: programme },
    { label: { zh: '保障人数', en: 'Persons' }, value: String(persons) },
    ...amountLine(fields, said),
    { label: said.posted, value: `${postedOn} — ${endsOn}` },
  ];
}

/** A recognition gives no money, so there is no amount to tell. */
function amountLine({ monthly, amount }: NoticeFields, said: { once: Label; monthly: Label }): LetterLine[] {
  if (amount !== undefined) return [{ label: said.once, value: amount }];
  return Number(monthly) === 0 ? [] : [{ label: said.monthly, value: monthly }];
}
