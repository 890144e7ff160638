import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';
import { newId } from '../uuid.ts';

export interface Draft {
  id: string;
  programme: string;
  township: string;
  answers: Record<string, unknown>;
  version: number;
  updatedAt: string;
  /** The case that it was handed in as. */
  caseId: string | null;
}

/** Begins a draft. The token is given out once; whoever holds it may read on and write on. */
export async function createDraft(
  tx: Tx,
  { programme, township, answers }: { programme: string; township: string; answers: Record<string, unknown> },
): Promise<{ draft: Draft; token: string }> {
  const token = randomBytes(24).toString('base64url');
  await tx.admit(township);
  const [row] = await tx.rows<DraftRow>(
    `insert into draft (id, token_hash, programme, township, answers, version, updated_at) values ($1, $2, $3, $4, $5, 1, $6) returning *`,
    [newId(), hashOfToken(token), programme, township, JSON.stringify(answers), tx.at],
  );
  if (!row) throw new Error('a draft was not written');
  return { draft: draftOf(row), token };
}

/** Reads a draft by its token, and opens the fence for its township. @throws Refusal NOT_FOUND */
export async function getDraft(tx: Tx, id: string, token: string): Promise<Draft> {
  if (!isUuid.test(id)) return refuse('NOT_FOUND');
  const [place] = await tx.rows<{ township: string | null }>('select township_of_draft($1::uuid, $2) as township', [
    id,
    hashOfToken(token),
  ]);
  if (!place?.township) return refuse('NOT_FOUND');
  await tx.admit(place.township);
  const [row] = await tx.rows<DraftRow>('select * from draft where id = $1', [id]);
  return row ? draftOf(row) : refuse('NOT_FOUND');
}

/** Keeps what was typed. @throws Refusal NOT_FOUND, STALE; CASE_CLOSED when it was handed in */
export async function saveDraft(
  tx: Tx,
  { id, token, version, answers }: { id: string; token: string; version: number; answers: Record<string, unknown> },
): Promise<Draft> {
  const draft = await getDraft(tx, id, token);
  if (draft.caseId) return refuse('CASE_CLOSED');
  const [row] = await tx.rows<DraftRow>(
    'update draft set answers = $3, version = version + 1, updated_at = $4 where id = $1 and version = $2 returning *',
    [id, version, JSON.stringify(answers), tx.at],
  );
  return row ? draftOf(row) : refuse('STALE', { version: draft.version, at: draft.updatedAt });
}

interface DraftRow {
  id: string;
  programme: string;
  township: string;
  answers: Record<string, unknown>;
  version: number;
  updated_at: string;
  case_id: string | null;
}

function draftOf({ id, programme, township, answers, version, updated_at: updatedAt, case_id: caseId }: DraftRow): Draft {
  return { id, programme, township, answers, version, updatedAt, caseId };
}

/** Under which a token is kept. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
