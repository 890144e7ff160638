import type { Label } from './label.ts';

/** What is said beside a field that cannot be taken as it is; `{…}` is filled in. For texts of a form of their own see {@link formWords}. */
export const fieldFaults = {
  wanted: { zh: '这一项要填写。', en: 'Fill this in.' },
  unknown: { zh: '没有这一项。去掉它。', en: 'There is no such field. Remove it.' },
  'other-kind': { zh: '这里要填{kind}。', en: 'This must be {kind}.' },
  choice: { zh: '从这些中选择：{choices}。', en: 'Choose one of: {choices}.' },
  'too-short': { zh: '至少填写 {limit} 个字。', en: 'Write at least {limit} characters.' },
  'too-long': { zh: '最多填写 {limit} 个字。', en: 'Write at most {limit} characters.' },
  'too-few': { zh: '至少要有 {limit} 项。', en: 'Give at least {limit}.' },
  'too-many': { zh: '最多 {limit} 项。', en: 'Give at most {limit}.' },
  twice: { zh: '有重复的内容。每项只写一次。', en: 'Something is there twice. Give each once.' },
  'too-small': { zh: '不能小于 {limit}。', en: 'This cannot be less than {limit}.' },
  'too-large': { zh: '不能大于 {limit}。', en: 'This cannot be more than {limit}.' },
  'no-day': { zh: '填写存在的日期，如 2026-09-01。', en: 'Give a day that exists, such as 2026-09-01.' },
  'other-form': { zh: '按要求的格式填写。', en: 'Write this in the form that is asked for.' },
  other: { zh: '按要求更正这一项。', en: 'Correct this field as asked for.' },
  'unfit-character': {
    zh: '这里有不能保存的字符。删去后重新填写。',
    en: 'There is a character here that cannot be kept. Remove it and write it again.',
  },
  'too-deep': { zh: '这里的内容层次太多。', en: 'This goes too deep.' },
  'no-file': { zh: '选择一个文件。', en: 'Choose a file.' },
  'no-photo': { zh: '选择一张照片。', en: 'Choose a photo.' },
  'paper-unnamed': { zh: '写明是什么材料，最多 {limit} 个字。', en: 'Say what paper it is, in up to {limit} characters.' },
  'township-unknown': { zh: '选择列表中的乡镇。', en: 'Choose a township of the list.' },
  'village-elsewhere': { zh: '选择该乡镇的村或社区。', en: 'Choose a village of that township.' },
  'after-today': { zh: '日期不能晚于今天。', en: 'This day lies after today.' },
  'compared-when': {
    zh: '填写比对日期，不晚于今天，如 2026-09-01。',
    en: 'Give the day of the comparison, not after today, such as 2026-09-01.',
  },
  'id-number-wrong': { zh: '身份证号码不对。核对后重新填写。', en: 'This ID number is not right. Check it.' },
  'id-number-twice': {
    zh: '两名成员的身份证号码相同。核对后重新填写。',
    en: 'Two members have the same ID number. Compare both with their cards.',
  },
  'last-four-differ': { zh: '核对{member}的身份证后四位。', en: "Compare the last four with {member}'s ID card." },
  'not-an-applicant': { zh: '这个人不在申请的家庭里。', en: 'This person is not in the household that applies.' },
  'not-a-member': { zh: '家庭中没有这名成员。', en: 'The household has no such member.' },
  'still-missing': {
    zh: '还有没交的材料。传上来，或者写明为什么交不了。',
    en: 'Something is still missing. Add it, or say why you cannot.',
  },
  'no-mandate': { zh: '委托书没有随本申请上传。', en: 'The mandate was not handed in with this application.' },
  'no-document': { zh: '这份材料不在本办件里。重新上传后再提交。', en: 'This document is not in the case. Add it again.' },
  'register-elsewhere': { zh: '只有临时救助填写特困供养档案编号。', en: 'Only temporary aid takes the number of a register.' },
  'hardship-where': { zh: '选择事情发生地的乡镇。', en: 'Choose the township where it happens.' },
  'phone-wanted': { zh: '填写回电号码。', en: 'Give the number to call back.' },
  'report-without-callback': {
    zh: '举报不留回电：凭编号和查询码查结果。',
    en: 'A reporter is not called back by the hotline: number and code show the result.',
  },
} as const satisfies Record<string, Label>;
export type FieldFaultCode = keyof typeof fieldFaults;

/** What a field holds, as people call it; by the words of JSON Schema. */
const valueKinds: Readonly<Record<string, Label>> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组内容', en: 'a group of fields' },
};
const anotherKind: Label = { zh: '别的内容', en: 'something else' };

/** The words of a fault, filled in. */
export function fieldFault(code: FieldFaultCode, values: Readonly<Record<string, string | Label>> = {}): Label {
  const { zh, en } = fieldFaults[code];
  return { zh: filled(zh, values, 'zh'), en: filled(en, values, 'en') };
}

/** That a field wants a value of another kind. */
export function kindFault(wanted: string): Label {
  return fieldFault('other-kind', { kind: valueKinds[wanted] ?? anotherKind });
}

/** That a field takes one of some values. */
export function choiceFault(values: readonly string[]): Label {
  return fieldFault('choice', { choices: { zh: values.join('、'), en: values.join(', ') } });
}

function filled(text: string, values: Readonly<Record<string, string | Label>>, language: 'zh' | 'en'): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    return typeof value === 'string' ? value : value[language];
  });
}
