import { type Household, type HouseholdMember, makeIdNumber, type Relation, type Sex } from '@zhouji/domain';

/** Region of no place. */
const REGION = '999901';

/** Names that nobody bears: "for example", "demonstration", and the ten stems with a number. */
const surnames = ['示', '演', '例', '样', '试', '模'];
const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The family with this number: always the same one. Shapes and incomes differ as those of a township do. */
export function fictionalFamily(index: number): Household {
  const draw = drawsOf(index);
  const surname = surnames[index % surnames.length] ?? '示';
  const people = peopleOf(draw);
  const members = people.map((person, order): HouseholdMember => {
    const name = nameOf(surname, index, order);
    const { relation, sex, birthYear, ...rest } = person;
    const birth = `${birthYear}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
    return { name, relation, sex, birth, idNumber: makeIdNumber(REGION, birth, sex, (index * 7 + order) % 500), ...rest };
  });
  const [head, second] = members;
  const wage = [0, 800, 1200, 1500, 2100, 2600, 3400][draw(7)] ?? 0;
  return {
    residence: index % 3 === 0 ? 'urban' : 'rural',
    members,
    income: [
      ...(head && wage > 0 && head.canWork !== false ? [{ member: head.name, kind: 'wage' as const, monthly: String(wage) }] : []),
      ...(second && second.birth < '1966' ? [{ member: second.name, kind: 'residents-pension-local' as const, monthly: '150' }] : []),
    ],
    assets: [{ kind: 'deposit' as const, amount: String(500 * (1 + draw(40))) }],
  };
}

type Person = { relation: Relation; sex: Sex; birthYear: number } & Pick<
  HouseholdMember,
  'seriousIllness' | 'disability' | 'fullTimeStudent' | 'canWork'
>;

function peopleOf(draw: Draw): Person[] {
  const age = 28 + draw(45);
  const sex: Sex = draw(2) === 0 ? 'male' : 'female';
  const head: Person = { relation: 'applicant', sex, birthYear: 2026 - age };
  if (draw(6) === 0) Object.assign(head, { disability: { type: 'physical', level: 1 + draw(4) }, canWork: false });
  const spouse: Person = { relation: 'spouse', sex: sex === 'male' ? 'female' : 'male', birthYear: 2026 - age + draw(5) };
  if (draw(5) === 0) Object.assign(spouse, { seriousIllness: true });
  const children = Array.from({ length: age < 52 ? draw(3) : 0 }, (): Person => {
    const childAge = draw(Math.max(1, Math.min(20, age - 22)));
    return {
      relation: 'child',
      sex: draw(2) === 0 ? 'male' : 'female',
      birthYear: 2026 - childAge,
      ...(childAge >= 7 ? { fullTimeStudent: true } : {}),
    };
  });
  const parent: Person = { relation: 'parent', sex: 'female', birthYear: 2026 - Math.min(95, age + 24) };
  return [head, ...(draw(4) > 0 ? [spouse] : []), ...children, ...(draw(4) === 0 && age < 65 ? [parent] : [])];
}

/** Surname, and a given name that counts: families in stems and tens, members within. */
function nameOf(surname: string, index: number, order: number): string {
  const family = Math.floor(index / surnames.length);
  return `${surname}${stems[Math.floor(family / 10) % 10]}${digits[family % 10]}${order === 0 ? '' : (digits[order - 1] ?? '')}`;
}

type Draw = (below: number) => number;

/** Draws that look random and are the same for the same number. */
function drawsOf(seed: number): Draw {
  let state = (seed + 1) * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return ((state >>> 0) >>> 8) % below;
  };
}
