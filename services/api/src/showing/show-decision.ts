import { dayOf, type Label, reasons } from '@zhouji/domain';
import type { LetterRow } from '@zhouji/database';
import type { Tracking } from '../answers/tracking.ts';
import type { Language } from '../language.ts';
import type { Followed } from './show-tracking.ts';

/** A decision against the household [M57 10, 21; LAW 45]: why, and what can be done against it, as the letter says it. */
export function decisionShown(followed: Followed, language: Language): Tracking['decision'] {
  const letter = followed.letters.findLast(({ kind }) => kind === 'refusal' || kind === 'non-acceptance');
  if (!letter || !followed.file.closedAt) return null;
  return {
    on: dayOf(followed.file.closedAt),
    letter: letter.id,
    reasons: reasonsOf(followed).map(({ label, source }) => ({ text: label[language], ...(source ? { source } : {}) })),
    remedies: remediesIn(letter).map((label) => label[language]),
  };
}

function reasonsOf({ file, assessments }: Followed): { label: Label; source?: string }[] {
  const last = assessments.at(-1)?.result;
  const found = last && !last.eligible ? last.reasons.map(({ code, source }) => ({ label: reasons[code].label, source })) : [];
  const decided = file.tasks.findLast(({ outcome }) => outcome !== null && against.includes(outcome));
  const said = decided?.outcomeData?.['reason'];
  return [...found, ...(typeof said === 'string' && said !== '' ? [{ label: { zh: said, en: said } }] : [])];
}

const against = ['not-confirmed', 'not-eligible', 'not-accepted'];

/** The paragraphs that name the body and the days: the letter is what binds, so they are taken from it. */
function remediesIn({ content }: LetterRow): Label[] {
  const said = [...content.paragraphs, ...(content.sections ?? []).flatMap(({ paragraphs = [] }) => paragraphs)];
  return said.filter(({ zh }) => /行政复议|行政诉讼/.test(zh));
}
