/** What an award gives in a month: M57 25, 32. Months are civil months; an amount holds until the next one begins. */
import { fen, type Fen } from '../money.ts';
import { figure, type ParameterSet } from '../parameters.ts';
import { addDays, addMonths, type Month, monthOf, type PlainDate } from '../plain-date.ts';

/** An amount as it was decided, and the first month it is for. */
export interface AwardAmount {
  readonly from: Month;
  readonly monthly: Fen;
}

/** The amount of a month, from the amounts in the order in which they were decided: the last that has begun. Nothing before the first. */
export function entitlementOf(amounts: readonly AwardAmount[], month: Month): Fen {
  return amounts.findLast(({ from }) => from <= month)?.monthly ?? fen(0);
}

/** What is due for the months up to and with `upTo` that were not put on a list yet; months with nothing are left out. */
export function monthsToPay(
  amounts: readonly AwardAmount[],
  { upTo, listed }: { upTo: Month; listed: ReadonlySet<Month> },
): { month: Month; fen: Fen }[] {
  const due: { month: Month; fen: Fen }[] = [];
  const first = amounts.map(({ from }) => from).sort()[0];
  for (let month = first; month !== undefined && month <= upTo; month = nextMonth(month)) {
    const amount = entitlementOf(amounts, month);
    if (amount > 0 && !listed.has(month)) due.push({ month, fen: amount });
  }
  return due;
}

/** The day on which the payment list of a month is made: some days before that by which the month is paid. @throws Refusal PARAMETER_UNKNOWN */
export function payListDay(month: Month, parameters: ParameterSet): PlainDate {
  const first = `${month}-01`;
  const paidBy = addDays(first, figure(parameters, 'pay.dayOfMonth', first).value - 1);
  const made = addDays(paidBy, -figure(parameters, 'pay.listDaysBefore', first).value);
  return made < first ? first : made;
}

function nextMonth(month: Month): Month {
  return monthOf(addMonths(`${month}-01`, 1));
}
