import {
  type Department,
  departments,
  type DiscussionRequest,
  formatYuan,
  isVoting,
  type Label,
  letters,
  type MeetingCount,
  type MeetingRecord,
  type MeetingResult,
  outcomeLabel,
  parseYuan,
  type PayChannel,
  payChannels,
  voteLabels,
} from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** What minutes are drawn from. */
export interface MinutesGround {
  result: MeetingResult;
  record: MeetingRecord;
  request: DiscussionRequest | undefined;
  invited: readonly Department[];
  count: MeetingCount;
  isUrgent: boolean;
  recorder: string;
  /** Left out while nobody has signed. */
  signer?: string;
  /** The names of receivers by their id. */
  receivers: ReadonlyMap<string, string>;
}

/** 会议纪要 [LAW 4; RIGID 9; OP2023 3(4)]: drawn from the record of the meeting, word for word; no figure in it is worked out. */
export function minutesLetter({ applicant, receipt, county }: LetterGround, ground: MinutesGround): LetterContent {
  const { result, record, request, invited, count, isUrgent, recorder, signer, receivers } = ground;
  const decided = outcomeLabel('meeting', result);
  const { amount, stages = [], measures = [] } = record;
  return {
    title: letters.minutes.label,
    to: county,
    paragraphs: [
      {
        zh: `${record.heldOn}，${county}困难群众基本生活保障工作协调机制召开${isUrgent ? '紧急' : ''}会议，研究${applicant}家庭的救助事项（编号 ${receipt}）。`,
        en: `On ${record.heldOn} the coordination mechanism of ${county} met${isUrgent ? ' urgently' : ''} on the assistance to the family of ${applicant} (number ${receipt}).`,
      },
      ...(request ? [{ zh: `乡镇提请的事由：${request.facts}`, en: `What the township put before the meeting: ${request.facts}` }] : []),
      { zh: `会议决定：${decided.zh}。${record.reason}`, en: `Decided: ${decided.en}. ${record.reason}` },
    ],
    lines: [
      { label: { zh: '应到部门', en: 'Departments invited' }, value: String(invited.length) },
      { label: { zh: '到会计数部门', en: 'Present for the quorum' }, value: `${count.present} / ≥ ${count.quorum}` },
      { label: { zh: '同意', en: 'For' }, value: `${count.inFavour} / ≥ ${count.majority}` },
      ...(amount === undefined ? [] : [{ label: { zh: '救助金额', en: 'Amount' }, value: `${formatYuan(parseYuan(amount))} 元` }]),
      { label: { zh: '记录人', en: 'Recorded by' }, value: recorder },
      ...(signer === undefined ? [] : [{ label: { zh: '签发人', en: 'Signed by' }, value: signer }]),
    ],
    sections: [
      { heading: { zh: '到会、意见和表决', en: 'Who was there, opinions and votes' }, table: seatsTable(record) },
      ...(stages.length > 0 ? [{ heading: { zh: '分期支付', en: 'Stages' }, table: stagesTable(stages) }] : []),
      ...(measures.length > 0
        ? [
            {
              heading: { zh: '部门措施', en: 'Measures' },
              table: {
                columns: [
                  { zh: '单位', en: 'Receiver' },
                  { zh: '事项', en: 'What is to be done' },
                ],
                widths: [1, 3],
                rows: measures.map(({ receiver, what }) => [receivers.get(receiver) ?? receiver, what]),
              },
            },
          ]
        : []),
    ],
  };
}

function seatsTable({ seats }: MeetingRecord) {
  return {
    columns: [
      { zh: '部门', en: 'Department' },
      { zh: '姓名', en: 'Name' },
      { zh: '意见', en: 'Opinion' },
      { zh: '表决', en: 'Vote' },
    ],
    widths: [2, 1, 4, 1],
    rows: seats.map((seat) => [
      departments[seat.department].label.zh,
      seat.name,
      isVoting(seat) ? (seat.opinion ?? '') : `回避：${seat.recusedBecause}`,
      seat.vote === undefined ? '—' : voteLabels[seat.vote].zh,
    ]),
  };
}

function stagesTable(stages: NonNullable<MeetingRecord['stages']>) {
  return {
    columns: [
      { zh: '期', en: 'Stage' },
      { zh: '金额（元）', en: 'Amount (yuan)' },
      { zh: '方式', en: 'By' },
      { zh: '支付时间', en: 'When' },
    ],
    widths: [1, 2, 3, 4],
    rows: stages.map((stage, i) => [String(i + 1), formatYuan(parseYuan(stage.amount)), stageWay(stage).zh, stageWhen(stage).zh]),
  };
}

/** By which way a stage goes, in words: goods by what they are. */
export function stageWay({ channel = 'bank', what }: { channel?: PayChannel; what?: string }): Label {
  const { zh, en } = payChannels[channel].label;
  return what === undefined ? { zh, en } : { zh: `${zh}：${what}`, en: `${en}: ${what}` };
}

/** When a stage is paid, in words. */
export function stageWhen({ on, condition }: { on?: string; condition?: string }): Label {
  if (on !== undefined) return { zh: `${on} 起`, en: `from ${on}` };
  if (condition !== undefined) return { zh: `条件具备后：${condition}`, en: `when this has come about: ${condition}` };
  return { zh: '立即', en: 'at once' };
}
