import { type Label, letters, type Mode } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 受理通知书 [M57 10, 22]. */
export function acceptanceLetter(
  { applicant, programme, receipt, office, county, day }: LetterGround,
  { mode, dueOn, isAid = false }: { mode: Mode; dueOn: string | undefined; isAid?: boolean },
): LetterContent {
  const decider = mode === 'county' ? { zh: county, en: county } : { zh: office, en: office };
  return {
    title: letters.acceptance.label,
    to: applicant,
    paragraphs: [
      {
        zh: `你提出的${programme.zh}申请（受理编号 ${receipt}）材料齐全，已于 ${day} 受理。`,
        en: `Your application for the ${programme.en.toLowerCase()} (receipt ${receipt}) is complete and was accepted on ${day}.`,
      },
      isAid ? aidNext : allowanceNext,
      ...(dueOn
        ? [
            isAid
              ? aidDecided(dueOn)
              : { zh: `由${decider.zh}在 ${dueOn} 以前作出审核确认决定。`, en: `${decider.en} decides by ${dueOn}.` },
          ]
        : []),
    ],
  };
}

const allowanceNext: Label = {
  zh: '接下来三个工作日内启动入户调查和经济状况核对，调查人员会到你家中走访。',
  en: 'The household survey and the verification of means begin within three working days; our staff will visit your home.',
};

/** TA2018 2(2) — What is looked at depends on whether the household is known already. */
const aidNext: Label = {
  zh: '接下来核查支出票据。已认定为低保、边缘家庭、刚性支出困难家庭的，只核查支出；其他家庭还要入户调查和核对经济状况。',
  en: 'We now check what was spent. Where your household is recognised already nothing else is looked at; otherwise we visit your home and verify its means.',
};

/** SC649 48 — The amount says who decides. */
function aidDecided(dueOn: string): Label {
  return {
    zh: `在 ${dueOn} 以前作出决定。金额在乡镇限额以内的由乡镇决定，超过的由县级民政部门决定。`,
    en: `The decision is taken by ${dueOn}: by the township up to its ceiling, above it by the county.`,
  };
}
