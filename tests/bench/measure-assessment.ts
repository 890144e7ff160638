import { assess, assetKinds, type Household, incomeKinds, parametersFor } from '@zhouji/domain';
import { type Load, round, spread } from './statistics.ts';

/** Works out what households of one to six are entitled to, in this process: no database, no request. Durations in milliseconds, one per household. */
export function measureAssessment(count: number): Load {
  const parameters = parametersFor('demo');
  const households = Array.from({ length: count }, (_, serial) => householdNo(serial));
  // Twice: the first time the machine learns the way.
  for (const household of households) assess({ programme: 'subsistence-allowance', household, day: '2026-09-01', parameters });
  const began = performance.now();
  const durations = households.map((household) => {
    const start = performance.now();
    assess({ programme: 'subsistence-allowance', household, day: '2026-09-01', parameters });
    return performance.now() - start;
  });
  return { ...spread(durations), perSecond: round(count / ((performance.now() - began) / 1000)) };
}

const births = ['1984-03-02', '1986-07-15', '2017-05-20', '1955-01-09', '2008-09-01', '2012-12-31'];
const relations = ['applicant', 'spouse', 'child', 'parent', 'child', 'sibling'] as const;

/** Households that differ in everything the rules ask for, the same in each run. */
function householdNo(serial: number): Household {
  const size = 1 + (serial % 6);
  const members = Array.from({ length: size }, (_, i) => ({
    ...{
      name: `成员${i}`,
      relation: relations[i]!,
      birth: births[i]!,
      sex: (serial + i) % 2 === 0 ? ('male' as const) : ('female' as const),
    },
    ...((serial + i) % 5 === 0 && { seriousIllness: true }),
    ...((serial + i) % 7 === 0 && { disability: { type: 'mental' as const, level: 1 + ((serial + i) % 4) } }),
    ...(i > 0 && (serial + i) % 11 === 0 && { livesWith: false }),
  }));
  return {
    residence: serial % 3 === 0 ? 'rural' : 'urban',
    members,
    income: Array.from({ length: serial % 5 }, (_, i) => ({
      ...{ member: `成员${(serial + i) % size}`, kind: incomeKinds[(serial * 3 + i) % incomeKinds.length]! },
      monthly: ((serial * 7919 + i * 104_729) % 300_000).toString().padStart(3, '0').replace(/(..)$/, '.$1'),
    })),
    assets: serial % 4 === 0 ? [{ kind: assetKinds[serial % 3]!, amount: String((serial * 37) % 50_000) }] : [],
  };
}
