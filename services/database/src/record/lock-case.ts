import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import type { CaseFrame } from './case-frame.ts';

/**
 * Locks a case until the transaction ends, and gives it as it stands then. One round trip; none when the transaction
 * holds it already. The case is locked before anything of it is read or changed, so no two commands wait for each other
 * crosswise.
 *
 * @throws Refusal NOT_FOUND when there is none, or none inside the fence
 */
export async function lockCase(tx: Tx, which: { caseId: string } | { taskId: string }): Promise<CaseFrame> {
  const held = 'caseId' in which ? tx.frames.get(which.caseId) : findHeld(tx, which.taskId);
  if (held) return held;
  const [caseId, taskId] = 'caseId' in which ? [which.caseId, null] : [null, which.taskId];
  if (!isUuid.test(caseId ?? taskId ?? '')) return refuse('NOT_FOUND');
  const [row] = await tx.rows<{ frame: StoredFrame | null }>('select lock_case($1::uuid, $2::uuid) as frame', [caseId, taskId]);
  if (!row?.frame) return refuse('NOT_FOUND');
  const frame = frameOf(row.frame);
  tx.frames.set(frame.id, frame);
  return frame;
}

export const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function findHeld(tx: Tx, taskId: string): CaseFrame | undefined {
  return [...tx.frames.values()].find(({ tasks }) => tasks.some(({ id }) => id === taskId));
}

interface StoredFrame {
  case: Row;
  tasks: Row[];
  periods: Row[];
  acts: Row[];
  clocks: Row[];
  facts: unknown;
  assessments: unknown;
  notices: Row[];
}

type Row = Record<string, unknown>;

function frameOf({ case: own, tasks, periods, acts, clocks, facts, assessments, notices }: StoredFrame): CaseFrame {
  return {
    ...fromRow(own),
    tasks: tasks.map(fromRow),
    periods: periods.map(fromRow),
    acts: acts.map(fromRow),
    clocks: clocks.map(fromRow),
    facts: facts ?? noFacts,
    assessments,
    notices: notices.map(fromRow),
  } as unknown as CaseFrame;
}

/** Of a case that is about nobody's household: a call, a lead, a relief whose people are not known yet. */
export const noFacts = { version: 0, household: { residence: 'urban', members: [], income: [], assets: [] } } satisfies CaseFrame['facts'];

/** Columns as properties; instants as everywhere else, which JSON of PostgreSQL writes with an offset. */
function fromRow(row: Row): Row {
  const properties: Row = {};
  for (const column in row) {
    const value = row[column];
    properties[propertyOf(column)] = column.endsWith('_at') && typeof value === 'string' ? new Date(value).toISOString() : value;
  }
  return properties;
}

const properties = new Map<string, string>();

function propertyOf(column: string): string {
  let property = properties.get(column);
  if (property === undefined) {
    property = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    properties.set(column, property);
  }
  return property;
}
