import { type Household, type LetterSection, letters, maskIdNumber } from '@zhouji/domain';
import { assetWords, expenditureWords, incomeWords, relationWords, sexWords } from './household-words.ts';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 入户调查表 [M57 15, 16]: what was declared is printed, what is found is written beside it; two surveyors and a member sign. */
export function surveyForm(
  { applicant, programme, receipt }: LetterGround,
  { household, village }: { household: Household; village: string },
): LetterContent {
  return {
    title: letters['survey-form'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `${programme.zh}，受理编号 ${receipt}。由两名以上调查人员入户，逐项核实；与申报不一致的，在“调查情况”栏写明。`,
        en: `${programme.en}, receipt ${receipt}. Two or more surveyors visit and check each line; what differs from the declaration is written in the column "found".`,
      },
    ],
    lines: [
      { label: { zh: '村（社区）', en: 'Village' }, value: village },
      { label: { zh: '详细住址', en: 'Address' }, value: '' },
      { label: { zh: '调查日期', en: 'Day of the survey' }, value: '' },
    ],
    sections: [members(household), income(household), assets(household), ...spending(household), home],
    signatures: [
      { label: { zh: '调查人员一', en: 'First surveyor' } },
      { label: { zh: '调查人员二', en: 'Second surveyor' } },
      { label: { zh: '在场家庭成员', en: 'Member of the household' } },
      { label: { zh: '日期', en: 'Date' } },
    ],
  };
}

const found = { zh: '调查情况', en: 'Found' };
const LINES_TO_WRITE = 2;

function members({ members: all }: Household): LetterSection {
  return {
    heading: { zh: '家庭成员', en: 'Members' },
    table: {
      columns: [
        { zh: '姓名', en: 'Name' },
        { zh: '关系', en: 'Relation' },
        { zh: '性别', en: 'Sex' },
        { zh: '出生日期', en: 'Born' },
        { zh: '身份号码', en: 'ID number' },
        found,
      ],
      widths: [3, 2, 1, 2, 3, 3],
      rows: [
        ...all.map(({ name, relation, sex, birth, idNumber }) => [
          name,
          relationWords[relation],
          sexWords[sex],
          birth,
          idNumber ? maskIdNumber(idNumber) : '',
          '',
        ]),
        ...blank(6, LINES_TO_WRITE),
      ],
    },
  };
}

function income({ income: all }: Household): LetterSection {
  return {
    heading: { zh: '收入（每月，元）', en: 'Income, yuan a month' },
    table: {
      columns: [{ zh: '成员', en: 'Member' }, { zh: '种类', en: 'Kind' }, { zh: '申报', en: 'Declared' }, found],
      rows: [...all.map(({ member, kind, monthly }) => [member, incomeWords[kind], monthly, '']), ...blank(4, LINES_TO_WRITE)],
    },
  };
}

function assets({ assets: all }: Household): LetterSection {
  return {
    heading: { zh: '财产（元）', en: 'Assets, yuan' },
    table: {
      columns: [{ zh: '种类', en: 'Kind' }, { zh: '申报', en: 'Declared' }, found],
      rows: [...all.map(({ kind, amount }) => [assetWords[kind], amount ?? '有 yes', '']), ...blank(3, LINES_TO_WRITE)],
    },
  };
}

/** Asked for where it matters: of households with rigid expenditure [RIGID 4, 5]. */
function spending({ expenditure: all = [] }: Household): LetterSection[] {
  if (all.length === 0) return [];
  return [
    {
      heading: { zh: '支出（近十二个月，元）', en: 'Spending in twelve months, yuan' },
      table: {
        columns: [
          { zh: '成员', en: 'Member' },
          { zh: '种类', en: 'Kind' },
          { zh: '申报', en: 'Declared' },
          { zh: '已报销', en: 'Paid back' },
          found,
        ],
        rows: [
          ...all.map(({ member, kind, annual, reimbursed }) => [
            member ?? '全家 all',
            expenditureWords[kind],
            annual,
            reimbursed ?? '',
            '',
          ]),
          ...blank(5, LINES_TO_WRITE),
        ],
      },
    },
  ];
}

/** What is seen and heard beside the figures [M57 16, 17]. */
const home: LetterSection = {
  heading: { zh: '居住和生活情况', en: 'Home and living' },
  lines: [
    { label: { zh: '住房', en: 'Home' }, value: '' },
    { label: { zh: '水、电、燃气、通信费用', en: 'Water, power, gas, phone' }, value: '' },
    { label: { zh: '就学、就医', en: 'School, illness' }, value: '' },
    { label: { zh: '邻里了解的情况', en: 'What neighbours say' }, value: '' },
  ],
};

function blank(columns: number, rows: number): string[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
}
