import { expect, test } from 'vitest';
import { paperHeldByPlatform } from '../paper.ts';
import type { Household } from '../household.ts';
import { householdOf, liFang, t1, zhangWei, zhangXiaoyu } from './cast.ts';
import { guardianOf } from './guardians.ts';
import { type Declared, findMissingPapers, labelOfMissing } from './missing-papers.ts';

const agent = { name: '王老五', idNumber: '999901196001010015', relation: 'relative' as const };
const mandate = '01900000-0000-7000-8000-000000000001';

function missing(household: Household, declared: Declared, documents: string[] = []): string[] {
  return findMissingPapers({ household, declared, documents, day: '2026-09-09', parameters: t1 }).map(({ item }) => item);
}

test('each adult signs the authorisation; a child is covered by its guardian; M57 9(3)', () => {
  const family = householdOf([zhangWei, liFang, zhangXiaoyu]);
  expect(missing(family, { authorizations: ['张伟', '李芳'] })).toEqual([]);
  expect(missing(family, { authorizations: ['张伟'] })).toEqual(['authorization:李芳']);
  expect(missing(family, {})).toEqual(['authorization:张伟', 'authorization:李芳']);
});

test('who signs for a minor is who signs as the guardian, not the minor; CIVIL 19, 27', () => {
  const family = householdOf([zhangWei, { ...zhangXiaoyu, guardian: '王奶奶' }]);
  expect(missing(family, { authorizations: ['张伟'] })).toEqual(['authorization:王奶奶']);
  expect(missing(family, { authorizations: ['张伟', '王奶奶'] })).toEqual([]);
  expect(missing(family, { authorizations: ['张伟', '张晓雨'] })).toEqual([]);
});

test('the authorisation of an adult of limited or no capacity is the guardian’s; CIVIL 21, 22, 28', () => {
  for (const capacity of ['limited', 'none'] as const) {
    const family = householdOf([zhangWei, { ...liFang, capacity }]);
    expect(missing(family, { authorizations: ['张伟'] })).toEqual([]);
    expect(missing(family, { authorizations: [] })).toEqual(['authorization:张伟']);
  }
});

test('the guardian signs the application of a minor or of somebody without capacity', () => {
  const mother = { ...liFang, relation: 'parent' as const };
  const family = householdOf([{ ...zhangXiaoyu, relation: 'applicant' }, mother]);
  expect(missing(family, { authorizations: ['李芳'] })).toEqual(['signature:李芳']);
  expect(missing(family, { authorizations: ['李芳'], signedBy: '李芳' })).toEqual([]);
  const alone = householdOf([{ ...zhangWei, capacity: 'none' }]);
  expect(missing(alone, { signedBy: '张伟' })).toEqual(['authorization:张伟', 'signature:张伟（监护人）']);
});

test('a guardian who is a member must be able to sign; whoever is away or dead does not', () => {
  const on = { day: '2026-09-09', majority: 18 };
  const child = { ...zhangXiaoyu, guardian: '李芳' };
  expect(guardianOf(householdOf([zhangWei, { ...liFang, capacity: 'none' }, child]), child, on)).toBe('张伟');
  expect(guardianOf(householdOf([{ ...zhangWei, absence: 'prison' }, liFang, zhangXiaoyu]), zhangXiaoyu, on)).toBe('李芳');
  expect(guardianOf(householdOf([{ ...zhangWei, diedOn: '2026-01-01' }, zhangXiaoyu]), zhangXiaoyu, on)).toBeUndefined();
  const [uncle, older] = [
    { ...zhangWei, relation: 'other' as const },
    { ...liFang, relation: 'sibling' as const },
  ];
  const minor = { ...zhangXiaoyu, relation: 'applicant' as const };
  expect(guardianOf(householdOf([minor, uncle, older, { ...older, name: '李大', birth: '1980-01-01' }]), minor, on)).toBe('李大');
});

test('an agent needs a written mandate, as a document named or handed in; M57 6', () => {
  const alone = householdOf([zhangWei]);
  const declared = { authorizations: ['张伟'], agent };
  expect(missing(alone, declared)).toEqual(['document:mandate']);
  expect(missing(alone, { ...declared, agent: { ...agent, mandate } })).toEqual([]);
  expect(missing(alone, declared, ['委托书'])).toEqual([]);
  expect(missing(alone, declared, ['残疾人证'])).toEqual(['document:mandate']);
});

test('what the applicant says is missing is asked for unless a platform holds it; LAW 62', () => {
  const without = ['authorization:张伟', 'document:残疾人证', 'document:收入证明', 'document:mandate'];
  expect(missing(householdOf([zhangWei]), { authorizations: ['张伟'], agent, without })).toEqual(['document:mandate', 'document:收入证明']);
});

test('identity, residence, disability certificate and confirmed statuses are never asked for, however they are written; LAW 62, M57 10', () => {
  const held = [
    'document:身份证',
    'document:户口本复印件',
    'document:残 疾 人 证',
    'document:disability-certificate',
    'document:低保证',
    'document:ＩＤ card',
  ];
  expect(held.map(paperHeldByPlatform)).toEqual([
    'identity',
    'residence',
    'disability-certificate',
    'disability-certificate',
    'confirmed-status',
    'identity',
  ]);
  for (const asked of ['document:委托书', 'document:收入证明', 'document:医院诊断书', 'authorization:身份证', 'signature:户口'])
    expect(paperHeldByPlatform(asked)).toBeUndefined();
});

test('what is missing is said in both languages', () => {
  expect(labelOfMissing('document:mandate').zh).toBe('委托书');
  expect(labelOfMissing('document:收入证明')).toEqual({ zh: '收入证明', en: '收入证明' });
  expect(labelOfMissing('document:toString')).toEqual({ zh: 'toString', en: 'toString' });
  expect(labelOfMissing('signature:李芳').zh).toBe('李芳的签名');
  expect(labelOfMissing('nothing')).toEqual({ zh: 'nothing', en: 'nothing' });
});

test('without an applicant only the authorisations are looked at', () => {
  expect(missing(householdOf([liFang]), { authorizations: ['李芳'] })).toEqual([]);
});
