import type { Assessment, Label, Programme } from '@zhouji/domain';

/** LAW 45; M57 21 — What else is open to a household that is refused: first what the same facts already give, then what it may ask for. */
export function otherProgrammes(refused: Programme, assessment: Assessment | undefined): Label[] {
  return [...fitting(refused, assessment), ...always(refused)];
}

/** TA2018 2(3); OP2020 15 — Who stays in great hardship may be discussed one by one; the rest may be asked for as before. */
const afterAid: Label = {
  zh: '还可以申请最低生活保障、低保边缘家庭认定、刚性支出困难家庭认定，以及医疗、教育、住房、就业救助。遇到重大困难的，乡镇可以提请县级一事一议；情况紧急的，可以先行救助。受理窗口可以一并帮助办理。',
  en: 'You may also apply for the subsistence allowance, for recognition as an edge or a rigid-expenditure household, and for medical, education, housing and employment assistance. In great hardship the township can ask the county for a discussion of your case, and in an emergency you are helped first. The window helps with all of them.',
};

function fitting(refused: Programme, assessment: Assessment | undefined): Label[] {
  if (!assessment) return [];
  const codes = assessment.reasons.map(({ code }) => code);
  const found: Label[] = [];
  if (codes.includes('ENTITLED_TO_SUBSISTENCE_ALLOWANCE') || codes.includes('SUBSISTENCE_ALLOWANCE_GOES_FIRST')) found.push(allowance);
  if (refused !== 'edge-household' && assessment.edgeHousehold) found.push(edge);
  if (assessment.singlePersonRoute.length > 0) found.push(alone(assessment.singlePersonRoute));
  return found;
}

const allowance: Label = {
  zh: '按核算结果，你家符合最低生活保障条件，可以整户申请最低生活保障。',
  en: 'By the assessment your household is entitled to the subsistence allowance and can apply for it as a whole.',
};

const edge: Label = {
  zh: '按核算结果，你家符合低保边缘家庭条件，可以申请低保边缘家庭认定，材料不用再交一遍。',
  en: 'By the assessment your household is an edge household and can apply to be recognised as one; the papers need not be handed in again.',
};

function alone(names: readonly string[]): Label {
  return {
    zh: `${names.join('、')}可以单独申请最低生活保障。`,
    en: `${names.join(', ')} may apply for the subsistence allowance alone.`,
  };
}

function always(refused: Programme): Label[] {
  if (refused === 'temporary-aid') return [afterAid];
  const edgeOrRigid: Label =
    refused === 'subsistence-allowance'
      ? { zh: '低保边缘家庭认定、刚性支出困难家庭认定、', en: 'recognition as an edge household or a rigid-expenditure household, ' }
      : refused === 'edge-household'
        ? { zh: '刚性支出困难家庭认定、', en: 'recognition as a rigid-expenditure household, ' }
        : { zh: '', en: '' };
  return [
    {
      zh: `遇到突发困难可以申请临时救助；符合条件的还可以申请${edgeOrRigid.zh}医疗救助、教育救助、住房救助、就业救助。受理窗口可以一并帮助办理。`,
      en: `In a sudden emergency you may apply for temporary aid; ${edgeOrRigid.en}medical, education, housing and employment assistance are open to those who qualify. The window helps with all of them.`,
    },
  ];
}
