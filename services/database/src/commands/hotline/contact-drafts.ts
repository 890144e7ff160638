import { refuse } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { openHotline } from './open-hotline.ts';

export interface ContactDraft {
  id: string;
  answers: Record<string, unknown>;
  begunAt: string;
  updatedAt: string;
}

/** Drafts are looked for among the newest. */
const MOST = 20;

/**
 * Keeps what was typed so far, field by field: what is sent is written over what is there, so that two tabs lose nothing of
 * each other. The first field begins the draft.
 *
 * @throws Refusal NOT_YOUR_DUTY; NOT_FOUND where the draft is somebody else's; CASE_CLOSED where it was logged
 */
export async function saveContactDraft(tx: Tx, { id, fields }: { id: string; fields: Record<string, unknown> }): Promise<ContactDraft> {
  await openOwn(tx);
  const logged = await tx.rows('select 1 from contact where draft_id = $1::uuid', [id]);
  if (logged.length > 0) return refuse('CASE_CLOSED');
  const values = [id, tx.who.account, JSON.stringify(fields), tx.at];
  const columns = 'id, answers, begun_at as "begunAt", updated_at as "updatedAt"';
  const [kept] = await tx.rows<ContactDraft>(
    `update contact_draft set answers = answers || $3::jsonb, updated_at = $4 where id = $1 and account = $2 returning ${columns}`,
    values,
  );
  if (kept) return kept;
  const [begun] = await tx.rows<ContactDraft>(
    `insert into contact_draft (id, account, answers, begun_at, updated_at) values ($1, $2, $3::jsonb, $4, $4) on conflict do nothing returning ${columns}`,
    values,
  );
  return begun ?? refuse('NOT_FOUND');
}

/** What this person has begun and not logged, newest first. */
export async function contactDraftsOf(tx: Tx): Promise<ContactDraft[]> {
  await openOwn(tx);
  return tx.rows<ContactDraft>(
    `select id, answers, begun_at as "begunAt", updated_at as "updatedAt" from contact_draft where account = $1 order by updated_at desc limit $2`,
    [tx.who.account, MOST],
  );
}

/** Forgets a draft, with whatever identity was typed into it. */
export async function dropContactDraft(tx: Tx, id: string): Promise<void> {
  await openOwn(tx);
  await tx.rows('delete from contact_draft where id = $1::uuid', [id]);
}

async function openOwn(tx: Tx): Promise<void> {
  await openHotline(tx);
  await tx.rows(`select set_config('app.account', $1, true)`, [tx.who.account]);
}
