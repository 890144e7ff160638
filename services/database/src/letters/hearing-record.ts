import { type LetterLine, letters } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';

/** 听取意见笔录 [LAW 48]: what is intended stands on it; what the recipient says is written down, read back and signed. */
export function hearingRecordForm(
  { applicant, programme, receipt }: LetterGround,
  { intended }: { intended: readonly LetterLine[] },
): LetterContent {
  return {
    title: letters['hearing-record'].label,
    to: applicant,
    paragraphs: [
      {
        zh: `${programme.zh}，待遇编号 ${receipt}。作出减发、停发决定以前听取意见。记录当场读给领取人听，领取人认为有误的可以更正，无误后签名。`,
        en: `${programme.en}, award ${receipt}. The recipient is heard before anything is cut or stopped. The record is read back, corrected where the recipient wishes, and signed.`,
      },
    ],
    lines: [
      ...intended,
      { label: { zh: '时间和地点', en: 'When and where' }, value: '' },
      { label: { zh: '方式（当面、电话、视频、书面）', en: 'How: in person, by phone, by video, in writing' }, value: '' },
      { label: { zh: '陈述人', en: 'Who spoke' }, value: '' },
    ],
    sections: [
      {
        heading: { zh: '陈述的意见和提供的材料', en: 'What was said, and the evidence that was brought' },
        table: { columns: [{ zh: '记录', en: 'Record' }], rows: Array.from({ length: LINES_TO_WRITE }, () => ['']) },
      },
    ],
    signatures: [
      { label: { zh: '陈述人', en: 'Who spoke' } },
      { label: { zh: '记录人', en: 'Who wrote' } },
      { label: { zh: '日期', en: 'Date' } },
    ],
  };
}

const LINES_TO_WRITE = 10;
