import { addMonths, type Month, monthOf, payListDay, type Programme } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { makePayList } from './make-pay-list.ts';

/** Where awards are in payment, and from which month on lists may be missing. */
export interface PayingTownship {
  township: string;
  programme: Programme;
  since: Month;
  parameterSet: string;
}

/** The townships with awards, each with the first month that no list covers yet. */
export async function payingTownships(tx: Tx): Promise<PayingTownship[]> {
  return tx.rows<PayingTownship>(
    `select a.township, a.programme, min(a.parameter_set) as "parameterSet",
       coalesce((select to_char(to_date(max(l.month), 'YYYY-MM') + interval '1 month', 'YYYY-MM') from pay_list l
         where l.township = a.township and l.programme = a.programme), min(m.from_month)) as since
     from cases a join award_amount m on m.case_id = a.id and m.number = 1
     where a.process = 'subsistence-award' group by a.township, a.programme order by a.township, a.programme`,
  );
}

/**
 * Makes the lists of a township whose day has come and that nobody has made, in the order of the months. Done twice it
 * does nothing the second time.
 *
 * @returns how many were made
 * @throws Refusal PARAMETER_UNKNOWN
 */
export async function makeDuePayLists(tx: Tx, { township, programme, since, parameterSet }: PayingTownship): Promise<number> {
  const parameters = tx.place.parametersOf(parameterSet);
  let made = 0;
  for (let month = since; month <= monthOf(tx.day) && payListDay(month, parameters) <= tx.day; month = monthOf(addMonths(`${month}-01`, 1)))
    if (await makePayList(tx, { township, programme, month })) made += 1;
  return made;
}
