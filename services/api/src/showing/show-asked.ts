import type { AwardLife, CaseFile } from '@zhouji/database';
import { dayOf, labelOfMissing, readMissing, stillMissing } from '@zhouji/domain';
import type { Tracking } from '../answers/tracking.ts';
import type { Language } from '../language.ts';
import { isAidDecided } from './show-side.ts';
import type { Followed } from './show-tracking.ts';

/** What the household is asked for now: papers that are missing [M57 10], a word on what the data check found [M57 18]. */
export function askedShown(followed: Followed, language: Language): Tracking['asked'] {
  const [supplement, difference, hearing] = [supplementShown(followed, language), differenceShown(followed), hearingShown(followed)];
  return { ...(supplement ? { supplement } : {}), ...(difference ? { difference } : {}), ...(hearing ? { hearing } : {}) };
}

/** What the holder of the receipt may do, by where the case stands. */
export function mayDo(file: CaseFile, award: AwardLife | null): Tracking['may'] {
  const { closedAt } = file;
  // LAW 50 — Nothing is asked of whoever is in need now; papers may be added.
  if (file.process === 'quick-relief') return closedAt === null ? ['add-papers'] : [];
  if (closedAt === null && isAidDecided(file)) return ['report-death'];
  if (closedAt === null) return ['withdraw', 'report-change', 'report-death', 'add-papers'];
  return award && award.state !== 'stopped' ? ['report-change', 'report-death', 'give-up'] : [];
}

/** The items of the notice of what is missing. */
export function missingOf({ tasks }: Pick<CaseFile, 'tasks'>): string[] {
  const intake = tasks.findLast(({ kind, outcome }) => kind === 'intake' && outcome === 'supplement');
  return (intake?.outcomeData?.['missing'] as string[] | undefined) ?? [];
}

function supplementShown({ file, documents }: Followed, language: Language): Tracking['asked']['supplement'] {
  const task = file.tasks.findLast(({ kind, outcome }) => kind === 'supplement' && outcome === null);
  if (!task || file.closedAt) return undefined;
  const missing = missingOf(file);
  const open = new Set(stillMissing(missing, { documents: documents.map(({ what }) => what), signed: [] }).map(({ item }) => item));
  const note = file.tasks.findLast(({ kind, outcome }) => kind === 'intake' && outcome === 'supplement')?.outcomeData?.['note'];
  return {
    since: dayOf(task.openedAt),
    missing: missing.map((item) => {
      const { kind, what } = readMissing(item);
      const needsLastFour = kind !== 'document' && file.household.members.some(({ name, idNumber }) => name === what && idNumber);
      return { item, kind, what, label: labelOfMissing(item)[language], isSupplied: !open.has(item), needsLastFour };
    }),
    ...(typeof note === 'string' && note !== '' ? { note } : {}),
    version: task.version,
  };
}

function differenceShown({ file, ledger }: Followed): Tracking['asked']['difference'] {
  const task = file.tasks.findLast(({ kind, outcome }) => kind === 'recheck' && outcome === null);
  if (!task || file.closedAt) return undefined;
  const found = file.tasks.findLast(({ kind, outcome }) => kind === 'verification' && outcome === 'differs');
  return {
    since: dayOf(task.openedAt),
    summary: String(found?.outcomeData?.['summary'] ?? ''),
    said: ledger.flatMap(({ kind, at, data }) =>
      kind === 'difference.disputed' ? [{ at, statement: String(data['statement'] ?? '') }] : [],
    ),
  };
}

function hearingShown({ inPayment, letters }: Followed): Tracking['asked']['hearing'] {
  const task = inPayment?.tasks.findLast(({ kind, outcome }) => kind === 'hearing' && outcome === null);
  if (!task) return undefined;
  const letter = letters.findLast(({ kind, caseId }) => kind === 'hearing' && caseId === inPayment?.id);
  return { since: dayOf(task.openedAt), ...(letter ? { letter: letter.id } : {}) };
}
