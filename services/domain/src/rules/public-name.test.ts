import { expect, test } from 'vitest';
import { householdOf, liFang, zhangWei, zhangXiaoyu } from './cast.ts';
import { bareName, publicName } from './public-name.ts';

const on = { day: '2026-09-01', majority: 18 };

test('an adult applicant is named', () => {
  expect(publicName(householdOf([zhangWei, liFang]), on)).toBe('张伟');
});

test('of a household that is seen from nobody yet the first is named, and one without people has no name', () => {
  expect(publicName(householdOf([liFang, { ...zhangWei, relation: 'spouse' }]), on)).toBe('李芳');
  expect(() => publicName(householdOf([]), on)).toThrow('without members');
});

test('a minor applicant is not named: the guardian is; law.md hides any name of a minor', () => {
  const minor = { ...zhangXiaoyu, relation: 'applicant' as const };
  const mother = { ...liFang, relation: 'parent' as const };
  expect(publicName(householdOf([minor, mother]), on)).toBe('李芳');
  expect(publicName(householdOf([{ ...minor, guardian: '王奶奶' }, mother]), on)).toBe('王奶奶');
});

test('a minor without a guardian is a surname; on the eighteenth birthday the applicant is named, CIVIL 17', () => {
  const minor = { ...zhangXiaoyu, relation: 'applicant' as const, birth: '2008-09-02' };
  expect(publicName(householdOf([minor]), on)).toBe('张某');
  expect(publicName(householdOf([{ ...minor, birth: '2008-09-01' }]), on)).toBe('张晓雨');
});

test('an adult without capacity is named; a sister who is a minor herself does not stand in', () => {
  expect(publicName(householdOf([{ ...zhangWei, capacity: 'none' }, liFang]), on)).toBe('张伟');
  const minor = { ...zhangXiaoyu, relation: 'applicant' as const };
  expect(publicName(householdOf([minor, { ...zhangXiaoyu, name: '张晓雪', relation: 'sibling' }]), on)).toBe('张某');
});

test.each([
  ['张伟450203198403020011', '张伟'],
  ['450203198403020011张伟', '张伟'],
  ['张伟 13800000000', '张伟'],
  ['张伟（电话：13800000000）', '张伟'],
  ['张伟，住清溪镇上溪村三组5号', '张伟'],
  ['张伟（尿毒症）', '张伟'],
  ['张伟 癌症', '张伟'],
  ['张伟-精神二级', '张伟'],
  ['张伟４５０２０３１９８４０３０２００１１', '张伟'],
  ['张伟一三八零零零零零零零零', '张伟'],
  ['张伟\u202e1108000000083', '张伟'],
  ['13800000000', '某'],
  ['<img src=x>', 'img src'],
  ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ["Anne-Marie O'Neill", "Anne-Marie O'Neill"],
  ['𠮷野', '𠮷野'],
  ['王二', '王二'],
])('of %s the notice shows %s', (written, shown) => {
  expect(bareName(written)).toBe(shown);
});

test('whatever is written into a name, no digit and at most thirty characters get onto a notice', () => {
  const pieces = ['张', '伟', '4', '13800000000', ' ', '（', '）', '：', '·', 'x', '\u0661', '某', '①', '⁵', '-'];
  for (let seed = 1; seed < 3000; seed++) {
    const written = Array.from({ length: 12 }, (_, i) => pieces[(seed * (i + 7) * 31 + (seed >> (i % 5))) % pieces.length]).join('');
    const shown = bareName(written);
    expect(shown).not.toMatch(/\p{N}/u);
    expect([...shown].length).toBeLessThanOrEqual(30);
  }
});
