import { expect, test } from 'vitest';
import { withFigure } from '../parameters.ts';
import { t1 } from './cast.ts';
import { whereToApply, type WhereQuestion } from './where-to-apply.ts';

/** A village of the demo county, whose province has the number 99, as no other has. */
const home = '999901101201';

function where(hukou: (string | undefined)[], more: Partial<WhereQuestion> = {}) {
  const members = hukou.map((at, i) => ({ name: `成员${i + 1}`, ...(at === undefined ? {} : { hukou: at }) }));
  return whereToApply({ members, residence: home, day: '2026-09-01', parameters: t1, ...more });
}

test('a family that is registered where it lives applies there; LAW 37', () => {
  expect(where([undefined, '999901', '999901102201'])).toEqual({
    isApart: false,
    places: [{ hukou: '999901', members: ['成员1', '成员2', '成员3'], rule: 'REGISTERED_HERE', source: 'LAW 37' }],
    others: [],
  });
});

test('different provinces, one member registered where they live: there, and the other place is asked for help; M57 5', () => {
  expect(where([undefined, '湖南省'])).toMatchObject({
    isApart: true,
    places: [{ members: ['成员1'], rule: 'ONE_REGISTERED_WHERE_THEY_LIVE', source: 'M57 5' }],
    others: [{ hukou: '湖南省', members: ['成员2'] }],
  });
});

test('different provinces, nobody registered where they live: where any member is; M57 5', () => {
  const { places, others, isApart } = where(['湖南省长沙市', '广东省', '430100']);
  expect(isApart).toBe(true);
  expect(places.map(({ hukou, rule }) => [hukou, rule])).toEqual([
    ['湖南省长沙市', 'ANY_REGISTRATION'],
    ['广东省', 'ANY_REGISTRATION'],
    ['430100', 'ANY_REGISTRATION'],
  ]);
  expect(others.map(({ hukou }) => hukou)).toEqual(['广东省', '430100']);
});

test('all registered in one other place apply there; it is not their home', () => {
  expect(where(['湖南省长沙市', '湖南省长沙市'])).toMatchObject({
    isApart: true,
    places: [{ hukou: '湖南省长沙市', rule: 'REGISTERED_HERE' }],
    others: [],
  });
});

test('one province and different counties go by the rule of the province, and no rule is guessed; M57 5', () => {
  expect(where([undefined, '999902']).places).toMatchObject([{ hukou: '999901', rule: 'PROVINCIAL_RULE' }]);
  const any = withFigure(t1, { id: 'hukou.sameProvince', from: '2026-01-01', value: 'any-registration' });
  expect(where([undefined, '999902'], { parameters: any }).places).toHaveLength(2);
  expect(where(['999902', '999903']).places).toHaveLength(2);
  expect(() => where([undefined, '999902'], { day: '2020-01-01' })).toThrow(/PARAMETER_UNKNOWN/);
});

test('a residence permit opens the place of residence only where the place has opened it; M57 4', () => {
  expect(where(['湖南省', '湖南省'], { residencePermit: true }).places).toHaveLength(1);
  const opened = withFigure(t1, { id: 'hukou.residencePermit', from: '2026-01-01', value: true });
  const answer = where(['湖南省', '湖南省'], { residencePermit: true, parameters: opened });
  expect(answer.places.map(({ rule }) => rule)).toEqual(['REGISTERED_HERE', 'RESIDENCE_PERMIT']);
  expect(answer.others).toMatchObject([{ hukou: '湖南省' }]);
});

test('a province without a county is not said to be the same county', () => {
  expect(where([undefined, '9999']).isApart).toBe(true);
  expect(where(['广西壮族自治区柳州市', '广西柳州市']).places).toHaveLength(1);
});
