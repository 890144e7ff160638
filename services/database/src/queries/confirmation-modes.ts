import type { Instant, Mode, PlainDate, Programme } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A setting of who confirms in a county. */
export interface ConfirmationModeRow {
  id: string;
  programme: Programme;
  mode: Mode;
  from: PlainDate;
  source: string;
  setByName: string;
  setAt: Instant;
}

/** The settings of a county, in the order in which they are tried: the latest day first, and of a day the one set last. */
export async function confirmationModesOf(tx: Tx, county: string): Promise<ConfirmationModeRow[]> {
  return tx.rows(
    `select id, programme, mode, from_day as "from", source, set_by_name as "setByName", set_at as "setAt"
     from confirmation_mode where county = $1 order by from_day desc, set_at desc, id desc`,
    [county],
  );
}

/** The set of figures of a county, with which a programme is worked out where nothing is set. Undefined when there is no such county. */
export async function parameterSetOf(tx: Tx, county: string): Promise<string | undefined> {
  const [area] = await tx.rows<{ parameter_set: string | null }>('select parameter_set from area where code = $1', [county]);
  return area?.parameter_set ?? undefined;
}
