import { acts, clocks, letters, outcomeLabel, periods, tasks } from '@zhouji/domain';
import type { LedgerEntry } from '#lib/api/shapes.ts';
import { isMessageKey, type Words } from '#lib/messages/words.ts';

const steps: Record<string, { label: { zh: string; en: string } }> = { ...tasks, ...periods, ...acts };

/** An entry of the ledger in a sentence: what step ended how, or what else happened. */
export function ledgerText({ kind, round, data }: LedgerEntry, { t, label }: Words): string {
  const about = subjectOf(data);
  const key = `ledger.${kind}`;
  if (isMessageKey(key)) return about ? `${t(key)}${t('punctuation.colon')}${label(about)}` : t(key);
  const [step = '', outcome = ''] = kind.split('.');
  const row = steps[step];
  if (!row) return kind;
  const name = round !== null && round > 1 ? t('task.round', { task: label(row.label), round }) : label(row.label);
  return `${name}${t('punctuation.colon')}${label(outcomeLabel(step, outcome))}`;
}

/** The clock or letter that an entry is about. */
function subjectOf(data: Record<string, unknown>): { zh: string; en: string } | undefined {
  const named = data['clock'] ?? data['letter'] ?? data['kind'];
  if (typeof named !== 'string') return undefined;
  if (Object.hasOwn(clocks, named)) return clocks[named as keyof typeof clocks].label;
  if (Object.hasOwn(letters, named)) return letters[named as keyof typeof letters].label;
  return undefined;
}
