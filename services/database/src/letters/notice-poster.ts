import { letters, type NoticeFields } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';
import { posterLines } from './poster-lines.ts';

/** 公示单 [M57 19; N2022 4(2)]: the fields that a public notice may show, its days, and how anybody objects. Nothing else is read. */
export function noticePoster({ office }: LetterGround, fields: NoticeFields): LetterContent {
  const { township, village, programme } = fields;
  return {
    title: letters['notice-poster'].label,
    large: true,
    to: `${township} ${village}`,
    paragraphs: [
      {
        zh: `经调查核实和初审，拟对下列家庭给予${programme}，现予公示。`,
        en: 'After survey, verification and a preliminary opinion the household below is proposed for assistance.',
      },
    ],
    lines: posterLines(fields, {
      once: { zh: '拟救助金额（元，一次）', en: 'Proposed, yuan in all' },
      monthly: { zh: '拟保障金额（元／月）', en: 'Proposed, yuan a month' },
      posted: { zh: '公示期', en: 'Posted' },
    }),
    sections: [
      {
        heading: { zh: '有不同意见', en: 'Objections' },
        paragraphs: [
          {
            zh: `在公示期内可以向${office}受理窗口提出，可以拨打 12345，也可以在本系统“公示”页面提出。不公开提出人的任何信息。期满揭下。`,
            en: `Until the last day anybody may object: at the window of ${office}, by calling 12345, or on the notices page of this system. Who objects is never shown. The notice is taken down when it ends.`,
          },
        ],
      },
    ],
  };
}
