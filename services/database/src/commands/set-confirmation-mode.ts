import { type Mode, type PlainDate, type Programme, programmes, refuse } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { newId } from '../uuid.ts';
import { audit } from './audit.ts';

export interface NewConfirmationMode {
  county: string;
  programme: Programme;
  mode: Mode;
  from: PlainDate;
  /** The ruling that it rests on, as people cite it [LAW 44]. */
  source: string;
}

/**
 * Sets who confirms in a county from a day on. Cases that were accepted keep the mode of their acceptance, so it begins
 * today at the earliest. Setting what is set already changes nothing.
 *
 * @throws Refusal NOT_FOUND (no such county), PROGRAMME_NOT_OFFERED, FROM_PASSED
 */
export async function setConfirmationMode(tx: Tx, { county, programme, mode, from, source }: NewConfirmationMode): Promise<void> {
  if (programmes[programme].process === null) return refuse('PROGRAMME_NOT_OFFERED', { programme });
  const [area] = await tx.rows('select 1 from area where code = $1 and parent is null for update', [county]);
  if (!area) return refuse('NOT_FOUND', { county });
  if (from < tx.day) return refuse('FROM_PASSED', { from, today: tx.day });
  const [last] = await tx.rows<{ mode: Mode; source: string }>(
    `select mode, source from confirmation_mode where county = $1 and programme = $2 and from_day = $3 order by set_at desc, id desc limit 1`,
    [county, programme, from],
  );
  if (last?.mode === mode && last.source === source) return;
  await tx.rows(
    `insert into confirmation_mode (id, county, programme, mode, from_day, source, set_by, set_by_name, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), county, programme, mode, from, source, tx.who.account, tx.who.name, tx.at],
  );
  audit(tx, { action: 'set-confirmation-mode', target: `county:${county}`, data: { programme, mode, from } });
}
