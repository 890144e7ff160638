import type { Label } from './label.ts';

/** The columns of a match list, by the names that its first line may give them; the first is that of the template. */
export const matchColumns = {
  name: { label: { zh: '姓名', en: 'Name' }, names: ['姓名', 'name'], isNeeded: true },
  idNumber: { label: { zh: '身份证号码', en: 'ID number' }, names: ['身份证号码', '身份证号', '公民身份号码', 'idNumber'], isNeeded: true },
  village: {
    label: { zh: '村（社区）名称或代码', en: 'Village, by name or code' },
    names: ['村（社区）', '村（社区）代码', '村社区', '村', 'village'],
    isNeeded: true,
  },
  alert: { label: { zh: '预警类型', en: 'Kind of alert' }, names: ['预警类型', 'alert'], isNeeded: true },
  phone: { label: { zh: '联系电话', en: 'Phone' }, names: ['联系电话', '电话', 'phone'], isNeeded: false },
  note: { label: { zh: '说明', en: 'Note' }, names: ['说明', '备注', 'note'], isNeeded: false },
} as const satisfies Record<string, { label: Label; names: readonly string[]; isNeeded: boolean }>;
export type MatchColumn = keyof typeof matchColumns;

/** What becomes of a line of a match list, with what to do about it. */
export const matchVerdicts = {
  accepted: { label: { zh: '可以导入', en: 'Accepted' }, isFault: false, tell: { zh: '登记为线索。', en: 'It becomes a lead.' } },
  repeated: {
    label: { zh: '表内重复', en: 'Twice in the list' },
    isFault: false,
    tell: { zh: '前面已有同一人的同类预警，这一行不再登记。', en: 'An earlier line has the same alert about this person.' },
  },
  known: {
    label: { zh: '已有线索', en: 'Known already' },
    isFault: false,
    tell: { zh: '本季度已导入，或者同类线索正在办理。', en: 'It was imported this quarter, or such a lead is being followed.' },
  },
  covered: {
    label: { zh: '已有救助或申请', en: 'Covered already' },
    isFault: false,
    tell: { zh: '本人已在享受救助，或者正在申请。', en: 'This person has an award or recognition, or has applied.' },
  },
  'no-award': {
    label: { zh: '没有在享待遇', en: 'No award' },
    isFault: false,
    tell: { zh: '本人没有在享受的待遇，不用核查。', en: 'This person has no award that could be checked.' },
  },
  'name-wrong': {
    label: { zh: '姓名不对', en: 'Name' },
    isFault: true,
    tell: { zh: '填写姓名，最多 60 个字，不带特殊符号。', en: 'Give the name, of at most 60 characters and no control characters.' },
  },
  'id-number-wrong': {
    label: { zh: '身份证号码不对', en: 'ID number' },
    isFault: true,
    tell: {
      zh: '填写 18 位身份证号码；在表格软件中把这一列设为文本，以免变成科学计数。',
      en: 'Give the 18 digits; set the column to text in the spreadsheet, so that they are not rounded.',
    },
  },
  'village-unknown': {
    label: { zh: '村（社区）不明', en: 'Village unknown' },
    isFault: true,
    tell: {
      zh: '填写本县村（社区）的全名或 12 位代码；重名的填代码。',
      en: 'Give the full name of a village of this county, or its code of 12 digits.',
    },
  },
  'alert-unknown': {
    label: { zh: '预警类型不明', en: 'Alert unknown' },
    isFault: true,
    tell: { zh: '按模板中的预警类型填写。', en: 'Use one of the kinds of alert of the template.' },
  },
  'phone-wrong': {
    label: { zh: '电话不对', en: 'Phone' },
    isFault: true,
    tell: { zh: '电话只填数字、空格和短横线，或者留空。', en: 'A phone has digits, spaces and dashes; or leave it empty.' },
  },
  'note-too-long': {
    label: { zh: '说明太长', en: 'Note too long' },
    isFault: true,
    tell: { zh: '说明最多 500 个字。', en: 'A note has at most 500 characters.' },
  },
  formula: {
    label: { zh: '含有公式', en: 'Formula' },
    isFault: true,
    tell: {
      zh: '有一格以 =、+、- 或 @ 开头，像是公式。改成普通文字。',
      en: 'A cell begins with =, +, - or @, as a formula does. Make it plain text.',
    },
  },
  unreadable: {
    label: { zh: '含有乱码', en: 'Unreadable' },
    isFault: true,
    tell: { zh: '有一格含有乱码或者控制字符。从原表重新导出。', en: 'A cell has control or broken characters. Export the list again.' },
  },
  broken: {
    label: { zh: '列数不对', en: 'Wrong number of cells' },
    isFault: true,
    tell: {
      zh: '这一行的列数与第一行不同，或者引号没有配对。',
      en: 'It has more or fewer cells than the first line, or an open quotation mark.',
    },
  },
} as const satisfies Record<string, { label: Label; isFault: boolean; tell: Label }>;
export type MatchVerdict = keyof typeof matchVerdicts;

/** At most so many lines of data in one list. */
export const MOST_MATCH_LINES = 10_000;
