// TA2018 = 关于进一步加强和改进临时救助工作的意见; TA2014 = 国务院关于全面建立临时救助制度的通知; SC649 = 社会救助暂行办法.
import { describe, expect, test } from 'vitest';
import { type Assessment, assess } from '../assessment.ts';
import type { Because } from '../because.ts';
import { type Expenditure, findHouseholdFaults, type Hardship, type Household } from '../household.ts';
import { fen } from '../money.ts';
import { parametersFor, withFigure } from '../parameters.ts';
import { householdOf, liFang, reasonCodesOf, t1, zhangWei, zhangXiaoyu } from './cast.ts';
import { type AidRecord, isSameReason, isWithinCeiling } from './temporary-aid.ts';

const illness: Hardship = { kind: 'illness', member: '李芳', what: '住院手术。', since: '2026-06-01' };

/** Zhang Wei and Li Fang with 2,000 yuan a month: 24,000 in twelve months. */
function aidOf(
  annual: string,
  {
    monthly = '2000',
    record,
    day = '2026-09-01',
    spending = {},
    ...more
  }: Partial<Household> & { monthly?: string; record?: AidRecord; day?: string; spending?: Partial<Expenditure> } = {},
): Assessment {
  const household = householdOf(more.members ?? [zhangWei, liFang], {
    income: monthly === '0' ? [] : [{ member: '张伟', kind: 'transfer', monthly }],
    expenditure: annual === '' ? [] : [{ kind: 'medical', annual, ...spending }],
    hardship: illness,
    ...more,
  });
  return assess({ programme: 'temporary-aid', household, day, parameters: t1, ...(record && { aid: record }) });
}

describe('TA2018 2(3): the tier is the share that necessary spending takes of the income', () => {
  // 60 % of 24,000 are 14,400; 80 % are 19,200; two persons at 820 are 1,640 a month.
  test.each([
    ['14399.99', false, '0.5999', 0, '0.00', 'SPENDING_BELOW_TIERS'],
    ['14400', true, '0.6000', 2, '3280.00', 'SPENDING_REACHES_TIER'],
    ['19199.99', true, '0.7999', 2, '3280.00', 'SPENDING_REACHES_TIER'],
    ['19200', true, '0.8000', 3, '4920.00', 'SPENDING_REACHES_TIER'],
    ['24000', true, '1.0000', 3, '4920.00', 'SPENDING_REACHES_TIER'],
    ['24000.01', true, '1.0000', 4, '6560.00', 'SPENDING_REACHES_TIER'],
  ])('%s yuan spent out of 24,000', (annual, eligible, share, months, amount, code) => {
    const assessment = aidOf(annual);
    expect(assessment).toMatchObject({ programme: 'temporary-aid', eligible, share, months, amount, monthly: '0.00' });
    expect(reasonCodesOf(assessment)).toEqual([code]);
  });

  // 1,300.01 × 12 × 0.6 = 9,360.072: a fen below is not reached, whatever the limit is rounded to.
  test.each([
    ['9360.07', false],
    ['9360.08', true],
  ])('rounding moves no tier: %s yuan out of 15,600.12', (annual, eligible) => {
    expect(aidOf(annual, { monthly: '1300.01' }).eligible).toBe(eligible);
  });

  test('whoever has no income and has to spend anything is in the highest tier; without spending nobody is', () => {
    expect(aidOf('0.01', { monthly: '0' })).toMatchObject({ eligible: true, share: null, months: 4, amount: '6560.00' });
    expect(reasonCodesOf(aidOf('0', { monthly: '0' }))).toEqual(['SPENDING_BELOW_TIERS']);
    expect(reasonCodesOf(aidOf('', { monthly: '0' }))).toEqual(['SPENDING_BELOW_TIERS']);
  });
});

describe('TA2018 2(3): the amount is linked to the standard, by persons and months', () => {
  test('of the countryside at the standard of the countryside', () => {
    // 580 × 2 × 2
    expect(aidOf('7200', { monthly: '1000', residence: 'rural' })).toMatchObject({ months: 2, amount: '2320.00' });
  });

  test('one person, three persons: 820 and 2,460 a month', () => {
    expect(aidOf('14400', { members: [zhangWei], hardship: { ...illness, member: '张伟' } }).amount).toBe('1640.00');
    expect(aidOf('14400', { members: [zhangWei, liFang, zhangXiaoyu] }).amount).toBe('4920.00');
  });

  // The cap is ten times the urban standard: 8,200. Two adults and a child for three months are 7,380, for four 9,840.
  test.each([
    ['24000', '7380.00'],
    ['24000.01', '8200.00'],
  ])('ordinary aid stops at its cap: %s yuan spent', (annual, amount) => {
    expect(aidOf(annual, { members: [zhangWei, liFang, zhangXiaoyu] }).amount).toBe(amount);
  });

  test('the cap is that of the urban standard in the countryside too', () => {
    const members = [zhangWei, liFang, ...['甲', '乙', '丙'].map((name) => ({ ...zhangXiaoyu, name }))];
    // 580 × 5 × 2 = 5,800 and × 3 = 8,700
    expect(aidOf('14400', { members, residence: 'rural' }).amount).toBe('5800.00');
    expect(aidOf('20000', { members, residence: 'rural' }).amount).toBe('8200.00');
  });

  test('a place may count the cap in the standard of where the household lives', () => {
    const own = withFigure(t1, { id: 'tempAid.capStandard', from: '2026-01-01', value: 'own' });
    const members = [zhangWei, liFang, ...['甲', '乙', '丙'].map((name) => ({ ...zhangXiaoyu, name }))];
    const household = householdOf(members, {
      ...{ residence: 'rural', income: [{ member: '张伟', kind: 'transfer', monthly: '2000' }], hardship: illness },
      expenditure: [{ kind: 'medical', annual: '20000' }],
    });
    // 580 × 10 instead of 820 × 10
    expect(assess({ programme: 'temporary-aid', household, day: '2026-09-01', parameters: own }).amount).toBe('5800.00');
  });
});

describe('SC649 48: at the ceiling the township decides, above it the county', () => {
  test.each([
    [300_000, true],
    [300_001, false],
  ])('%i fen', (amount, isWithin) => {
    expect(isWithinCeiling(fen(amount), { day: '2026-09-01', parameters: t1 })).toBe(isWithin);
  });

  test('it is said with the amount', () => {
    expect(aidOf('14400', { members: [zhangWei], hardship: { ...illness, member: '张伟' } }).decider).toBe('township');
    expect(aidOf('14400').decider).toBe('county');
    const raised = withFigure(t1, { id: 'tempAid.townshipCeiling', from: '2026-01-01', value: fen(328_000) });
    const household = householdOf([zhangWei, liFang], {
      income: [{ member: '张伟', kind: 'transfer', monthly: '2000' }],
      expenditure: [{ kind: 'medical', annual: '14400' }],
      hardship: illness,
    });
    expect(assess({ programme: 'temporary-aid', household, day: '2026-09-01', parameters: raised }).decider).toBe('township');
  });
});

describe('TA2018 2(1), 2(2): who is not known has its income and assets looked at', () => {
  // 36,000 a head a year are 3,000 a month: 6,000 for two.
  test.each([
    ['5999.99', 'SPENDING_REACHES_TIER'],
    ['6000', 'AID_INCOME_NOT_BELOW_DISPOSABLE'],
  ])('income of %s yuan a month for two in the town', (monthly, code) => {
    expect(reasonCodesOf(aidOf('72000', { monthly }))).toEqual([code]);
  });

  test.each([
    ['2999.99', true],
    ['3000', false],
  ])('income of %s yuan a month for two in the countryside', (monthly, eligible) => {
    expect(aidOf('36000', { monthly, residence: 'rural' }).eligible).toBe(eligible);
  });

  test('deposits at the limit pass, a fen more and a car do not', () => {
    // 24 × 820 × 2 = 39,360
    expect(aidOf('14400', { assets: [{ kind: 'deposit', amount: '39360' }] }).eligible).toBe(true);
    expect(reasonCodesOf(aidOf('14400', { assets: [{ kind: 'deposit', amount: '39360.01' }] }))).toEqual(['DEPOSITS_OVER_LIMIT']);
    expect(reasonCodesOf(aidOf('14400', { assets: [{ kind: 'passenger-car' }] }))).toEqual(['PASSENGER_CAR']);
  });

  test('of whoever is known already the spending is looked at, and nothing else', () => {
    const rich: Partial<Household> & { monthly: string } = { monthly: '6000', assets: [{ kind: 'passenger-car' }] };
    expect(aidOf('72000', rich).eligible).toBe(false);
    const known: AidRecord = { known: { programme: 'edge-household', receipt: 'BY202601010001' } };
    expect(aidOf('72000', { ...rich, record: known })).toMatchObject({ eligible: true, knownAs: 'edge-household', months: 3 });
    expect(reasonCodesOf(aidOf('100', { ...rich, record: known }))).toEqual(['SPENDING_BELOW_TIERS']);
  });
});

describe('TA2014: the same reason is not helped twice in a calendar year', () => {
  const earlier = (on: string, more: Partial<{ reason: Hardship['kind']; member: string }> = {}): AidRecord => ({
    earlierAid: [{ reason: 'illness', member: '李芳', on, ...more }],
  });

  test.each([
    ['2026-01-01', false],
    ['2025-12-31', true],
  ])('helped on %s', (on, eligible) => {
    const assessment = aidOf('14400', { record: earlier(on) });
    expect(assessment.eligible).toBe(eligible);
    expect(reasonCodesOf(assessment)).toEqual([eligible ? 'SPENDING_REACHES_TIER' : 'SAME_REASON_THIS_YEAR']);
  });

  test('another reason, or the same of somebody else, is another matter', () => {
    expect(aidOf('14400', { record: earlier('2026-03-01', { reason: 'education' }) }).eligible).toBe(true);
    expect(aidOf('14400', { record: earlier('2026-03-01', { member: '张伟' }) }).eligible).toBe(true);
    const struck = (hardship: Partial<Hardship>) => householdOf([zhangWei, liFang], { hardship: { ...illness, ...hardship } });
    const { member: _nobody, ...ofAll } = illness;
    expect(isSameReason({ reason: 'illness' }, struck({}))).toBe(true);
    expect(isSameReason({ reason: 'illness', member: '李芳' }, householdOf([liFang], { hardship: ofAll }))).toBe(true);
    expect(isSameReason({ reason: 'illness' }, householdOf([liFang]))).toBe(false);
  });

  test('whom it struck is known by the ID number, however the name is written', () => {
    const [her, another] = ['999901197605040021', '999901198804050011'];
    const asking = householdOf([zhangWei, { ...liFang, idNumber: her }], { hardship: illness });
    expect(isSameReason({ reason: 'illness', member: '李 芬', memberId: her }, asking)).toBe(true);
    expect(isSameReason({ reason: 'illness', member: '李芳', memberId: another }, asking)).toBe(false);
    expect(isSameReason({ reason: 'illness', member: '李 芳' }, asking)).toBe(true);
    expect(isSameReason({ reason: 'illness', member: '李芬' }, asking)).toBe(false);
  });

  test('what began on the same day is the same under another name, and another accident is another reason', () => {
    const asking = (hardship: Partial<Hardship>) => householdOf([zhangWei, liFang], { hardship: { ...illness, ...hardship } });
    const accident = { reason: 'accident', member: '李芳', since: '2026-03-01', on: '2026-04-01' } as const;
    expect(isSameReason(accident, asking({ kind: 'illness', since: '2026-03-01' }))).toBe(true);
    expect(isSameReason(accident, asking({ kind: 'illness', since: '2026-03-02' }))).toBe(false);
    expect(isSameReason(accident, asking({ kind: 'accident', since: '2026-04-01' }))).toBe(true);
    expect(isSameReason(accident, asking({ kind: 'accident', since: '2026-04-02' }))).toBe(false);
    // An illness lasts: another day does not make it another one.
    expect(isSameReason({ ...accident, reason: 'illness' }, asking({ since: '2026-04-02' }))).toBe(true);
  });

  test('where the county finds the case special it is helped again', () => {
    expect(aidOf('14400', { record: { ...earlier('2026-03-01'), isSpecial: true } }).eligible).toBe(true);
  });

  test('a place may allow it twice', () => {
    const twice = withFigure(t1, { id: 'tempAid.sameReasonPerYear', from: '2026-01-01', value: 2 });
    const household = householdOf([zhangWei], {
      income: [{ member: '张伟', kind: 'transfer', monthly: '2000' }],
      expenditure: [{ kind: 'medical', annual: '14400' }],
      hardship: { ...illness, member: '张伟' },
    });
    const ask = (times: number) =>
      assess({
        ...{ programme: 'temporary-aid', household, day: '2026-09-01', parameters: twice },
        aid: { earlierAid: Array.from({ length: times }, () => ({ reason: 'illness' as const, on: '2026-03-01' })) },
      }).eligible;
    expect([ask(1), ask(2)]).toEqual([true, false]);
  });
});

describe('what counts as necessary spending', () => {
  test('after everything that was paid back', () => {
    expect(aidOf('50000', { spending: { reimbursed: '35600' } })).toMatchObject({ eligible: true, spending: '14400.00' });
    expect(aidOf('50000', { spending: { reimbursed: '35600.01' } })).toMatchObject({ eligible: false, spending: '14399.99' });
    expect(aidOf('14401', { spending: { kind: 'disability-rehabilitation', reimbursed: '1.01' } }).eligible).toBe(false);
  });

  test('education by the price list of public schools, and never less than nothing after a grant', () => {
    expect(aidOf('50000', { spending: { kind: 'education', publicPrice: '14400' } }).spending).toBe('14400.00');
    expect(aidOf('50000', { spending: { kind: 'education', publicPrice: '100', reimbursed: '200' } }).spending).toBe('0.00');
  });

  test('of who counts, and of the kinds that the place has named', () => {
    expect(aidOf('14400', { spending: { kind: 'housing' } }).spending).toBe('0.00');
    const apart = { ...liFang, livesWith: false, relation: 'parent' as const };
    expect(aidOf('14400', { members: [zhangWei, apart], spending: { member: '李芳' } }).spending).toBe('0.00');
    expect(aidOf('14400', { spending: { member: '李芳' } }).spending).toBe('14400.00');
  });
});

test('all that fails is named, in the order of the rules', () => {
  const household = householdOf([zhangWei], {
    income: [{ member: '张伟', kind: 'transfer', monthly: '5000' }],
    assets: [{ kind: 'company' }],
  });
  const assessment = assess({ programme: 'temporary-aid', household, day: '2026-09-01', parameters: t1 });
  expect(reasonCodesOf(assessment)).toEqual(['AID_INCOME_NOT_BELOW_DISPOSABLE', 'COMPANY', 'SPENDING_BELOW_TIERS']);
  expect(
    reasonCodesOf(
      aidOf('14400', { members: [{ ...zhangWei, absence: 'missing' }], hardship: { kind: 'illness', what: '病', since: '2026-01-01' } }),
    ),
  ).toEqual(['NO_COUNTED_MEMBER']);
});

test('the amount is explained from the spending, the dated figures and their sources', () => {
  const { because, reasons } = aidOf('19200');
  expect(reasons).toEqual([{ code: 'SPENDING_REACHES_TIER', source: 'TA2018 2(1)' }]);
  const of = (node: Because | undefined, ...words: string[]): Because | undefined =>
    words.reduce<Because | undefined>((at, word) => (at && 'of' in at ? at.of[word] : undefined), node);
  expect(because.aid).toMatchObject({ value: '4920.00', operation: 'min' });
  expect(of(because.aid, 'byTier')).toMatchObject({ value: '4920.00', operation: 'product' });
  expect(of(because.aid, 'byTier', 'months', 'count')).toMatchObject({ value: '3', parameter: 'tempAid.months.second@2021-07-01' });
  expect(of(because.aid, 'byTier', 'months', 'test', 'fromShare', 'amount', 'ratio')).toMatchObject({ value: '0.8' });
  expect(of(because.aid, 'cap')).toMatchObject({ value: '8200.00' });
  expect(of(because.necessarySpending, 'spending-1')).toMatchObject({ value: '19200.00', input: 'expenditure/0/annual' });
  expect(aidOf('1').because.aid).toMatchObject({ value: '0.00', operation: 'nothingUnless' });
});

test('a place without figures of its own is not guessed for', () => {
  const household = householdOf([zhangWei], { hardship: { ...illness, member: '张伟' } });
  expect(() => assess({ programme: 'temporary-aid', household, day: '2026-09-01', parameters: parametersFor('national') })).toThrow(
    /PARAMETER_UNKNOWN/,
  );
});

test('a hardship of nobody, or one to come, is a fault', () => {
  const faults = (hardship: Partial<Hardship>) =>
    findHouseholdFaults(householdOf([zhangWei, liFang], { hardship: { ...illness, ...hardship } }), '2026-09-01').map(
      ({ code, path }) => `${code} ${path}`,
    );
  expect(faults({ member: '王五', since: '2026-09-02' })).toEqual([
    'HARDSHIP_OF_NOBODY hardship/member',
    'HARDSHIP_TO_COME hardship/since',
  ]);
  expect(faults({ since: '2026-09-01' })).toEqual([]);
});

test('where nobody counts nothing is spent for anybody, whatever the bills say', () => {
  expect(reasonCodesOf(aidOf('24000', { members: [{ ...zhangWei, absence: 'missing' }] }))).toEqual(['NO_COUNTED_MEMBER']);
});
