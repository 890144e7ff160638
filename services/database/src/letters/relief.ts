import {
  formatYuan,
  type Fen,
  type Label,
  letters,
  type ReliefChannel,
  reliefChannels,
  type ReliefReceiver,
  reliefReceivers,
} from '@zhouji/domain';
import { type LetterContent, type LetterGround } from './letter-content.ts';

/** What is given, as letters list it. */
export interface GivenRelief {
  /** What goes by the channel. */
  amountFen: Fen | null;
  /** What goes by hand beside a transfer. */
  cashFen: Fen | null;
  goods: string | null;
  channel: ReliefChannel;
  payee: string | null;
  persons: number;
}

/** 先行救助决定书 [LAW 50; TA2026 2(1)], short: what is given, by which way, why, and that papers follow. */
export function reliefDecisionLetter(
  { applicant, receipt, day }: LetterGround,
  { given, reason, decidedBy, because }: { given: GivenRelief; reason: string; decidedBy: string; because: unknown },
): LetterContent {
  return {
    title: letters['relief-decision'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `经核实情况紧急，决定先行救助（编号 ${receipt}，决定日期 ${day}）。不需要先核对家庭经济状况，不公示。`,
        en: `The hardship is urgent, so you are helped first (number ${receipt}, decided on ${day}). Your means are not checked first, and nothing is posted in public.`,
      },
      { zh: `事由：${reason}`, en: `Reason: ${reason}` },
      {
        zh: '紧急情况过去以后，工作人员会来补齐手续，并了解你还需要什么帮助。所述情况不实的，要退回救助款物。',
        en: 'When the urgency is over, the office completes the papers and asks what more you need. What was given on false facts must be returned.',
      },
    ],
    lines: [...linesOf(given), { label: { zh: '审批人', en: 'Decided by' }, value: decidedBy }],
    ...(because === undefined ? {} : { because: { reliefCap: because } }),
  };
}

/** 救助款物签收单 [TA2018 2(4)]: what was handed over, to whom, when, and what shows it. */
export function reliefReceiptLetter(
  { applicant, receipt, day }: LetterGround,
  {
    given,
    receivedBy,
    handedOverBy,
    witness,
    isSigned,
    code,
  }: { given: GivenRelief; receivedBy: string; handedOverBy: string; witness?: string; isSigned: boolean; code?: string },
): LetterContent {
  return {
    title: letters['relief-receipt'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `先行救助（编号 ${receipt}）的款物已于 ${day} 当面发放，由${receivedBy}签收。`,
        en: `The relief (number ${receipt}) was handed over on ${day} and received by ${receivedBy}.`,
      },
      isSigned
        ? { zh: '有签名存档。', en: 'The signature is on file.' }
        : { zh: '有现场照片或者见证人存档。', en: 'A photo, or the name of a witness, is on file.' },
      ...(code === undefined
        ? []
        : [
            {
              zh: `凭编号 ${receipt} 和查询码 ${code} 可以在网上查看办理情况，不用身份证号。`,
              en: `With the number ${receipt} and the code ${code} you can follow this online, without an ID number.`,
            },
          ]),
    ],
    lines: [
      ...linesOf(given),
      { label: { zh: '发放人', en: 'Handed over by' }, value: handedOverBy },
      ...(witness === undefined ? [] : [{ label: { zh: '见证人', en: 'Witness' }, value: witness }]),
    ],
    signatures: [
      { label: { zh: '领取人', en: 'Received' }, name: receivedBy },
      { label: { zh: '发放人', en: 'Handed over' }, name: handedOverBy },
      ...(witness === undefined ? [] : [{ label: { zh: '见证人', en: 'Witness' }, name: witness }]),
    ],
  };
}

/** 不予先行救助决定书 [LAW 45]: why not, or why not the rest; what can be done against it, and the other roads. */
export function reliefRefusalLetter(
  { applicant, receipt, day, remedies }: LetterGround,
  { reason, isRest }: { reason: string; isRest: boolean },
): LetterContent {
  return {
    title: letters['relief-refusal'].label,
    to: applicant,
    paragraphs: [
      isRest
        ? {
            zh: `先行救助（编号 ${receipt}）已经发放一部分，其余部分经研究不再发放，决定日期 ${day}。已经发放的不受影响。`,
            en: `Part of the quick relief (number ${receipt}) has been given; the rest is not given. The decision was taken on ${day}. What was given stays yours.`,
          }
        : {
            zh: `关于先行救助（编号 ${receipt}），经研究不予先行救助，决定日期 ${day}。`,
            en: `Quick relief (number ${receipt}) is not given. The decision was taken on ${day}.`,
          },
      { zh: `理由：${reason}`, en: `Reason: ${reason}` },
      ordinaryRoads,
    ],
    sections: [remedies()],
  };
}

/** 移交告知书 [LAW 52, 64]: who helps now; or that the ordinary path is open. */
export function reliefPassedOnLetter(
  { applicant, receipt, day }: LetterGround,
  {
    receiver,
    acknowledgedBy,
    reason,
    referral,
  }: { receiver: ReliefReceiver | null; acknowledgedBy: string | undefined; reason: string; referral: string | undefined },
): LetterContent {
  return {
    title: letters['relief-hand-over'].label,
    to: applicant,
    paragraphs: [
      receiver === null
        ? {
            zh: `你的求助（编号 ${receipt}）于 ${day} 转为一般程序办理。`,
            en: `Your request for help (number ${receipt}) takes the ordinary path from ${day}.`,
          }
        : {
            zh: `你的求助（编号 ${receipt}）已于 ${day} 移交${reliefReceivers[receiver].label.zh}办理。`,
            en: `Your request for help (number ${receipt}) was handed over on ${day}: ${reliefReceivers[receiver].label.en}.`,
          },
      { zh: `理由：${reason}`, en: `Reason: ${reason}` },
      ...(receiver === null ? [ordinaryRoads] : []),
    ],
    lines: [
      ...(acknowledgedBy === undefined ? [] : [{ label: { zh: '接收人', en: 'Taken over by' }, value: acknowledgedBy }]),
      ...(referral === undefined ? [] : [{ label: { zh: '转介编号', en: 'Number of the referral' }, value: referral }]),
    ],
  };
}

/** 责令退回决定书 [LAW 73]: how much is asked back, why, and what can be done against it. */
export function reliefRecoveryLetter(
  { applicant, receipt, day, remedies }: LetterGround,
  { fen, reason }: { fen: Fen; reason: string },
): LetterContent {
  return {
    title: letters['relief-recovery'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `先行救助（编号 ${receipt}）所依据的情况后来查明不实。责令退回救助款 ${formatYuan(fen)} 元，决定日期 ${day}。`,
        en: `The facts on which the relief (number ${receipt}) rested have proven false. ${formatYuan(fen)} yuan are to be paid back. The decision was taken on ${day}.`,
      },
      { zh: `理由：${reason}`, en: `Reason: ${reason}` },
    ],
    sections: [remedies()],
  };
}

const ordinaryRoads: Label = {
  zh: '还可以在受理窗口申请支出型临时救助、最低生活保障或者特困人员救助供养，工作人员帮助填写，已经说过的不用再说一遍。',
  en: 'At the window you can still apply for expenditure aid, the subsistence allowance or extreme-poverty support. The office helps you; nothing has to be told again.',
};

function linesOf({ amountFen, cashFen, goods, channel, payee, persons }: GivenRelief): NonNullable<LetterContent['lines']> {
  return [
    ...(amountFen === null ? [] : [{ label: { zh: '金额（元）', en: 'Amount (yuan)' }, value: formatYuan(amountFen) }]),
    ...(cashFen === null ? [] : [{ label: { zh: '另发现金（元）', en: 'Cash besides (yuan)' }, value: formatYuan(cashFen) }]),
    ...(goods === null ? [] : [{ label: { zh: '实物', en: 'Goods' }, value: goods }]),
    { label: { zh: '方式', en: 'By' }, value: reliefChannels[channel].label.zh },
    { label: { zh: '人数', en: 'Persons' }, value: String(persons) },
    ...(payee === null ? [] : [{ label: { zh: '领取人', en: 'Payee' }, value: payee }]),
  ];
}
