import { type Foreseen, foresee } from '@zhouji/workflows/foresee';
import { outcomesOf } from '@zhouji/workflows/ground';
import { passedBy } from '@zhouji/workflows/passed-by';
import { keyOf, type Settled, type Statute, type Step } from '@zhouji/workflows/process';

/** What the code of this checkout would do with a case when its process is started again. */
export interface PreviewedCase {
  caseId: string;
  receipt: string;
  township: string;
  process: string;
  /** Keys of steps, `task:opinion:1`. */
  open: string[];
  /** Not open yet, and wanted by this code. */
  wouldOpen: string[];
  /** What lies ahead after that, if nothing goes amiss: every step that this code will yet want. */
  ahead: string[];
  /** Wanted by this code, but the record has gone past: entered as passed and not opened. */
  passed: string[];
  /** Open, and no longer wanted by this code: they stay open and whoever ends them leads nowhere new. */
  orphaned: string[];
  /** How the case would end at once. */
  ending?: string;
  /** What the statute throws on this record: the case would stand. */
  fault?: string;
}

export interface PreviewedRecord {
  caseId: string;
  receipt: string;
  township: string;
  process: string;
  settled: readonly Settled[];
  open: readonly Step[];
}

/** Runs a statute over the record of a case, without touching it. */
export async function previewCase(statute: Statute, record: PreviewedRecord): Promise<PreviewedCase> {
  const { caseId, receipt, township, process } = record;
  const open = record.open.map(keyOf);
  const about = { caseId, receipt, township, process, open };
  try {
    const { wanted, ending, passed } = await foreseeFrom(statute, record, record.settled);
    const keys = wanted.map(keyOf);
    return {
      ...about,
      wouldOpen: keys.filter((key) => !open.includes(key)),
      ahead: (await roadAhead(statute, record)).filter((key) => !open.includes(key) && !keys.includes(key)),
      passed: passed.map(keyOf),
      orphaned: open.filter((key) => !keys.includes(key)),
      ...(ending === undefined ? {} : { ending }),
    };
  } catch (error) {
    return { ...about, wouldOpen: [], ahead: [], passed: [], orphaned: [], fault: (error as Error).message };
  }
}

function foreseeFrom(statute: Statute, { settled, open }: PreviewedRecord, road: readonly Settled[]): Promise<Foreseen> {
  return foresee(statute, road, { passed: (step) => passedBy(step, [...settled, ...open]) });
}

/** More steps than any case has; a road that is longer goes in a circle. */
const LONGEST_ROAD = 60;

/** The steps that come when each ends as the first outcome of its table says. */
async function roadAhead(statute: Statute, record: PreviewedRecord): Promise<string[]> {
  const road = [...record.settled];
  const keys: string[] = [];
  while (keys.length < LONGEST_ROAD) {
    const { wanted } = await foreseeFrom(statute, record, road);
    if (wanted.length === 0) break;
    for (const step of wanted) {
      keys.push(keyOf(step));
      road.push({ ...step, outcome: outcomesOf(step)[0] ?? '' });
    }
  }
  return keys;
}

/** Whether a release would change anything for the case. */
export function isChanged({ wouldOpen, passed, orphaned, ending, fault }: PreviewedCase): boolean {
  return wouldOpen.length + passed.length + orphaned.length > 0 || ending !== undefined || fault !== undefined;
}
