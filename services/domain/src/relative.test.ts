import Value from 'typebox/value';
import { expect, test } from 'vitest';
import { closeRelations, isCloseRelation, kin, otherKin, RelativeDeclaration } from './relative.ts';

test('spouse, parents, children, siblings, grandparents and grandchildren are close relatives; CIVIL 1045', () => {
  expect(kin.filter(isCloseRelation)).toEqual([...closeRelations]);
});

test('a cousin is no close relative, nor are uncles, nephews and in-laws; CIVIL 1045', () => {
  expect(otherKin.some(isCloseRelation)).toBe(false);
  const declared = (relation: string) => Value.Check(RelativeDeclaration, { member: '张伟', officer: '李建平', relation });
  expect(declared('sibling')).toBe(true);
  expect(declared('cousin')).toBe(false);
});
