import { letters, type NoticeFields } from '@zhouji/domain';
import type { LetterContent, LetterGround } from './letter-content.ts';
import { posterLines } from './poster-lines.ts';

/** 公布单 [M57 24; LAW 45]: what was decided, in the fields that may be shown, its days, and where anybody turns who knows otherwise. */
export function publicationPoster({ office, county }: LetterGround, fields: NoticeFields): LetterContent {
  const { township, village, programme } = fields;
  return {
    title: letters['publication-poster'].label,
    large: true,
    to: `${township} ${village}`,
    paragraphs: [
      {
        zh: `下列家庭的${programme}已经审核确认，现予公布。`,
        en: 'What was decided for the household below is made public.',
      },
    ],
    lines: posterLines(fields, {
      once: { zh: '救助金额（元，一次）', en: 'Yuan in all' },
      monthly: { zh: '月保障金额（元）', en: 'Yuan a month' },
      posted: { zh: '公布期', en: 'Posted' },
    }),
    sections: [
      {
        heading: { zh: '有不同意见', en: 'Reports' },
        paragraphs: [
          {
            zh: `可以向${office}或${county}民政局反映、举报，也可以拨打 12345。实名举报逐一核查并答复，不公开举报人的任何信息。期满揭下。`,
            en: `Anybody may report to ${office} or to the civil affairs bureau of ${county}, or call 12345. Every report with a name is checked and answered; who reports is never shown. The sheet is taken down when it ends.`,
          },
        ],
      },
    ],
  };
}
