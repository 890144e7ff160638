import { expect, test } from 'vitest';
import { allowanceOf, householdOf, liFang, zhangWei, zhangXiaoyu } from './cast.ts';
import { countedPersons } from './counted-persons.ts';

test('the persons of a notice are those that the assessment counts: a boarding child is one, an uncle is none; M57 7', () => {
  const household = householdOf([
    zhangWei,
    { ...liFang, livesWith: false },
    { ...zhangXiaoyu, livesWith: false },
    { ...liFang, name: '李舅', relation: 'other' },
  ]);
  expect(countedPersons(allowanceOf(household), household)).toBe(3);
});

test('whoever applies alone is one person; M57 8', () => {
  const household = householdOf([zhangWei, liFang], { application: 'single-person' });
  expect(countedPersons(allowanceOf(household), household)).toBe(1);
});
