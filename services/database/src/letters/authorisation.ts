import { type Household, type HouseholdMember, type Label, type LetterSection, letters, needsGuardian } from '@zhouji/domain';
import { relationWords } from './household-words.ts';
import type { LetterContent, LetterGround } from './letter-content.ts';

/**
 * 家庭经济状况核对授权书 [M57 9(3)]: a page for every adult to sign, and one on which a guardian signs for those who cannot
 * sign themselves. `majority` in years [CIVIL 17].
 */
export function authorisationForm(
  { applicant, programme, receipt, county, day }: LetterGround,
  { household, majority }: { household: Household; majority: number },
): LetterContent {
  const signsAlone = (member: HouseholdMember) => !needsGuardian(member, { day, majority });
  const adults = household.members.filter(signsAlone);
  const wards = household.members.filter((member) => !signsAlone(member));
  // Whoever signs has on the same page what they sign.
  const paragraphs = saidBy({ programme, county, receipt });
  const pages = [...adults.map(pageOf), ...(wards.length > 0 ? [guardianPage(wards)] : [])];
  return {
    title: letters.authorisation.label,
    to: applicant,
    paragraphs: [],
    sections: pages.map((page, index) => ({ ...page, paragraphs, ...(index > 0 ? { onNewPage: true as const } : {}) })),
  };
}

/** The same for whoever has not applied yet: one page, on which an adult, or a guardian, writes everything by hand. */
export function blankAuthorisation(county: string): { title: Label; paragraphs: Label[]; lines: Label[]; signatures: Label[] } {
  const blank = { zh: '社会救助申请', en: 'Application for social assistance' };
  return {
    title: letters.authorisation.label,
    paragraphs: saidBy({ programme: blank, county, receipt: '　　　　　　　　' }),
    lines: [
      { zh: '姓名', en: 'Name' },
      { zh: '与申请人关系', en: 'Relation' },
      { zh: '公民身份号码', en: 'ID number' },
      { zh: '监护人姓名（代为授权时填写）', en: 'Name of the guardian, who signs for somebody' },
    ],
    signatures: signHere.map(({ label }) => label),
  };
}

function saidBy({ programme, county, receipt }: Pick<LetterGround, 'programme' | 'county' | 'receipt'>): Label[] {
  return [
    {
      zh: `为办理${programme.zh}（受理编号 ${receipt}），授权${county}民政部门及其核对机构查询、核对本人的户籍、婚姻、就业、社会保险、纳税、住房、车辆、存款、证券、商业保险等与家庭经济状况有关的信息。`,
      en: `For the ${programme.en.toLowerCase()} (receipt ${receipt}) the civil affairs authority of ${county} and its verification office may look up and verify what bears on the means of the household: residence, marriage, work, social insurance, taxes, homes, vehicles, deposits, securities, insurance.`,
    },
    {
      zh: '查询结果只用于本次申请和以后的动态核查。本人可以随时询问查询了什么，也可以撤回授权；撤回后本次申请可能无法继续办理。',
      en: 'What is found serves this application and its later reviews alone. You may ask at any time what was looked up, and you may withdraw the authorisation; the application may then not go on.',
    },
  ];
}

const signHere = [
  { label: { zh: '签名（手印）', en: 'Signature' } },
  { label: { zh: '日期', en: 'Date' } },
  { label: { zh: '经办人', en: 'Officer' } },
];

function pageOf({ name, relation, idNumber }: HouseholdMember): LetterSection {
  return {
    heading: { zh: '授权人', en: 'Authorised by' },
    lines: [
      { label: { zh: '姓名', en: 'Name' }, value: name },
      { label: { zh: '与申请人关系', en: 'Relation' }, value: relationWords[relation] },
      { label: { zh: '公民身份号码', en: 'ID number' }, value: idNumber ?? '' },
    ],
    signatures: signHere,
  };
}

function guardianPage(minors: HouseholdMember[]): LetterSection {
  return {
    heading: { zh: '监护人代为授权', en: 'Authorised by a guardian' },
    table: {
      columns: [
        { zh: '被监护人', en: 'Ward' },
        { zh: '与申请人关系', en: 'Relation' },
        { zh: '公民身份号码', en: 'ID number' },
      ],
      rows: minors.map(({ name, relation, idNumber }) => [name, relationWords[relation], idNumber ?? '']),
    },
    lines: [{ label: { zh: '监护人姓名', en: 'Name of the guardian' }, value: '' }],
    signatures: signHere,
  };
}
