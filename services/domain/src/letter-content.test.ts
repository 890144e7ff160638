import { expect, test } from 'vitest';
import { type LetterContent, remediesHeading, remediesIn } from './letter-content.ts';

const label = (text: string) => ({ zh: text, en: text });
const letter = (sections?: LetterContent['sections']): LetterContent => ({
  ...{ title: label('决定书'), to: '甲春生', paragraphs: [label('经审核不予确认。')] },
  ...(sections ? { sections } : {}),
});

test('what can be done against a decision is the part that says so, whatever its heading', () => {
  const sections = [
    { heading: label('其他救助'), paragraphs: [label('可以申请行政复议的，另行告知。')] },
    { heading: label('怎么办'), paragraphs: [label('可以申请行政复议。')], isRemedies: true as const },
  ];
  expect(remediesIn(letter(sections))).toEqual([label('可以申请行政复议。')]);
});

test('a letter from before the mark is known by its heading; one that decides nothing names none', () => {
  expect(remediesIn(letter([{ heading: remediesHeading, paragraphs: [label('六十日内')] }]))).toEqual([label('六十日内')]);
  expect(remediesIn(letter([{ heading: remediesHeading }]))).toEqual([]);
  expect(remediesIn(letter())).toEqual([]);
});
