import { dayOf } from '@zhouji/domain';
import Type from 'typebox';

/** A minute in the township, `YYYY-MM-DDTHH:mm` in Asia/Shanghai, as scenario files say it. */
export const Moment = Type.String({ pattern: '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9]T([01][0-9]|2[0-3]):[0-5][0-9]$' });
export type Moment = string;

/** The minute that clocks in the township show at an instant (ISO 8601, UTC). */
export function momentOf(instant: string): Moment {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainTime().toString({ smallestUnit: 'minute' });
  return `${dayOf(instant)}T${time}`;
}
