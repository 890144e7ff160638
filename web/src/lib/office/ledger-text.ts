import { acts, clocks, extensionReasons, isExtensionReason, letters, outcomeLabel, periods, tasks } from '@zhouji/domain';
import type { LedgerEntry } from '#lib/api/shapes.ts';
import { dayText } from '#lib/messages/civil-text.ts';
import { isMessageKey, type Words } from '#lib/messages/words.ts';
import { doerName } from './person-text.ts';

const steps: Record<string, { label: { zh: string; en: string } }> = { ...tasks, ...periods, ...acts };

/** An entry of the ledger in a sentence: what step ended how, or what else happened. */
export function ledgerText({ kind, round, data }: Pick<LedgerEntry, 'kind' | 'round' | 'data'>, { t, label }: Words): string {
  const about = subjectOf(data);
  const key = `ledger.${kind}`;
  if (isMessageKey(key)) return about ? `${t(key)}${t('punctuation.colon')}${label(about)}` : t(key);
  const [step = '', outcome = ''] = kind.split('.');
  const row = steps[step];
  if (!row) return kind;
  const name = round !== null && round > 1 ? t('task.round', { task: label(row.label), round }) : label(row.label);
  return `${name}${t('punctuation.colon')}${label(outcomeLabel(step, outcome))}`;
}

/** The clock or letter that an entry is about; `letter` may also be the id of one, with its kind beside it. */
function subjectOf({ clock, letter, kind }: Record<string, unknown>): { zh: string; en: string } | undefined {
  for (const named of [clock, letter, kind]) {
    if (typeof named !== 'string') continue;
    if (Object.hasOwn(clocks, named)) return clocks[named as keyof typeof clocks].label;
    if (Object.hasOwn(letters, named)) return letters[named as keyof typeof letters].label;
  }
  return undefined;
}

/** The ledger as people read it, newest first: what, when, who, and what was written down with it. */
export function timelineOf(ledger: readonly LedgerEntry[], words: Words): { at: string; title: string; who: string; detail?: string }[] {
  return ledger
    .map((entry) => {
      const detail = detailOf(entry, words);
      return { at: entry.at, title: ledgerText(entry, words), who: whoOf(entry, words), ...(detail ? { detail } : {}) };
    })
    .toReversed();
}

/** An entry without a name came from the public: of an application that is the applicant, of anything else nobody says. */
function whoOf({ kind, by }: LedgerEntry, words: Words): string {
  if (by !== '') return doerName(by, words);
  return kind === 'applied' ? words.t('relation.applicant') : '';
}

/** The day to which a limit moved and why; what somebody said. */
function detailOf({ kind, data }: LedgerEntry, { t, label, language }: Words): string {
  const { from, to, reason, note, receivedOn } = data;
  if (kind === 'verification.requested' && typeof receivedOn === 'string')
    return t('ledger.receivedOn', { day: dayText(receivedOn, language) });
  if (kind === 'clock.extended' || kind === 'clock.recomputed' || kind === 'period.lengthened') {
    const moved =
      typeof from === 'string' && typeof to === 'string'
        ? t('ledger.moved', { from: dayText(from, language), to: dayText(to, language) })
        : '';
    const why = typeof reason === 'string' ? (isExtensionReason(reason) ? label(extensionReasons[reason].label) : reason) : '';
    return [moved, why, note].filter((part) => typeof part === 'string' && part !== '').join('\n');
  }
  return '';
}
