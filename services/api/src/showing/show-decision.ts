import { dayOf, type Label, reasonOn, reasons, remediesIn } from '@zhouji/domain';
import type { Tracking } from '../answers/tracking.ts';
import type { Language } from '../language.ts';
import type { Followed } from './show-tracking.ts';

/** A decision against the household [M57 10, 21; LAW 45]: why, and what can be done against it, as the letter says it. */
export function decisionShown(followed: Followed, language: Language): Tracking['decision'] {
  const letter = followed.letters.findLast(({ kind }) => kind === 'refusal' || kind === 'non-acceptance' || kind === 'relief-refusal');
  if (!letter || !followed.file.closedAt) return null;
  return {
    on: dayOf(followed.file.closedAt),
    letter: letter.id,
    reasons: reasonsOf(followed).map(({ label, source }) => ({ text: label[language], ...(source ? { source } : {}) })),
    remedies: remediesIn(letter.content).map((label) => label[language]),
  };
}

function reasonsOf({ file, assessments, day }: Followed): { label: Label; source?: string }[] {
  const last = assessments.at(-1)?.result;
  const decided = file.tasks.findLast(({ outcome }) => outcome !== null && against.includes(outcome));
  // TA2014 — Refused before anything was worked out.
  const again = decided?.outcome === 'not-special' ? [reasonOn('SAME_REASON_THIS_YEAR', day)] : [];
  const found = [...again, ...(last && !last.eligible ? last.reasons : [])].map(({ code, source }) => ({
    label: reasons[code].label,
    source,
  }));
  const said = decided?.outcomeData?.['reason'];
  return [...found, ...(typeof said === 'string' && said !== '' ? [{ label: { zh: said, en: said } }] : [])];
}

const against = ['not-confirmed', 'not-eligible', 'not-accepted', 'not-special', 'declined'];
