import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Officer } from './office.ts';
import { type Load, round, spread } from './statistics.ts';

/** Whoever has called that often is known to everybody who takes calls. */
const MOST_CALLS = 400;

/**
 * Puts contacts into the hotline of the demo county: four of five numbers have called once to thrice, some a dozen times,
 * and one every day; every third contact belongs to a case, where there is one. Done by the owner of the server.
 */
export async function fillContacts(admin: pg.Pool, count: number): Promise<void> {
  await admin.query(
    `insert into contact (id, county, township, kind, class, urgency, caller_name, caller_phone, is_anonymous, person_name, id_number, "call", has_consent, case_id, told, taken_by_name, at)
     select uuidv7(), '999901', '999901101', 'call', 'enquiry', 'ordinary', '示例' || n % 7, phone_of(n), false, '示例' || n % 5,
       case when n % 4 = 0 then '99990119' || lpad((n % 50000)::text, 10, '0') end,
       jsonb_build_object('caller', jsonb_build_object('phone', phone_of(n), 'isAnonymous', false), 'person', jsonb_build_object('name', '示例' || n % 5),
         'place', jsonb_build_object('address', '演示路 ' || n || ' 号'), 'what', '问低保怎么申请，需要带哪些材料。' || n, 'vulnerable', '[]'::jsonb, 'danger', false),
       true, case when n % 3 = 0 then filed.ids[1 + (n / 3) % nullif(cardinality(filed.ids), 0)] end, '{}', '示例', now() - n * interval '1 minute'
     from generate_series(1, $1::int) n, (select array_agg(id) as ids from (select id from cases limit 20000) c) filed`.replaceAll(
      'phone_of(n)',
      phone,
    ),
    [count],
  );
  await admin.query('analyze contact');
}

/** One that calls every day, then those that call often, then the rest. */
const phone = `('138' || lpad((case when n <= ${MOST_CALLS} then 0 when n % 10 = 0 then 1 + (n / 10) % 2500 else 5000 + n / 2 end)::text, 8, '0'))`;

/** A number that rings, by turn: one that everybody knows, nobody's, somebody's who calls often, mostly somebody's who called once or twice. */
function numberOf(turn: number, count: number): string {
  const often = 1 + ((turn * 7) % 2500);
  const seldom = 5000 + ((turn * 6037) % Math.floor(count / 2));
  const serial = [0, 99_999_999][turn % 20] ?? (turn % 5 === 2 ? often : seldom);
  return `138${String(serial).padStart(8, '0')}`;
}

/** So many people take calls. */
const OFFICERS = 16;

/**
 * Calls ring at their own pace, whether the last one has been looked up or not: what is measured runs from the moment at
 * which the telephone rings, so waiting for a free officer counts.
 */
export async function measureRing(
  url: string,
  { contacts, calls, perSecond }: { contacts: number; calls: number; perSecond: number },
): Promise<Load> {
  const officers = await Promise.all(Array.from({ length: OFFICERS }, () => new Officer(url).signIn('hotline')));
  try {
    const free = [...officers];
    const waiting: ((officer: Officer) => void)[] = [];
    const take = () => new Promise<Officer>((resolve) => (free.length > 0 ? resolve(free.pop()!) : waiting.push(resolve)));
    const give = (officer: Officer) => waiting.shift()?.(officer) ?? free.push(officer);
    const took: number[] = [];
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: calls }, async (_, turn) => {
        const ringsAt = begun + (turn * 1000) / perSecond;
        await pause(Math.max(1, ringsAt - performance.now()));
        const officer = await take();
        await officer.read(`/api/contacts?phone=${numberOf(turn, contacts)}`).finally(() => give(officer));
        took.push(performance.now() - ringsAt);
      }),
    );
    return { ...spread(took), perSecond: round(calls / ((performance.now() - begun) / 1000)) };
  } finally {
    for (const officer of officers) officer.close();
  }
}
