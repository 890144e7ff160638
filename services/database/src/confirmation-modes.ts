import type { Mode, PlainDate, Programme } from '@zhouji/domain';
import type { Rows } from './database.ts';

/** From a day on, who confirms a programme in a county. */
export interface SetMode {
  county: string;
  programme: Programme;
  from: PlainDate;
  mode: Mode;
}

/**
 * What counties have set about who confirms, kept in memory and read again when one has set it anew: by this process or by
 * any other. Each transaction learns in the message that begins it how far they have come.
 */
export class ConfirmationModes {
  #known: { mark: string | null; all: readonly SetMode[] } = { mark: null, all: [] };

  /** @param mark of all there are; null when there are none */
  async at(mark: string | null, rows: Rows): Promise<readonly SetMode[]> {
    if (mark !== this.#known.mark) this.#known = { mark, all: mark === null ? [] : await readModes(rows) };
    return this.#known.all;
  }
}

/** Latest day first; of one day, what was set last. */
function readModes(rows: Rows): Promise<SetMode[]> {
  return rows<SetMode>(
    'select county, programme, from_day as "from", mode from confirmation_mode order by from_day desc, set_at desc, id desc',
  );
}
