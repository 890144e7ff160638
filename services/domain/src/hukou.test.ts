import { expect, test } from 'vitest';
import { isHukou } from './hukou.ts';

test('a registration is the code of an area, or a name that begins with its province', () => {
  const named = ['45', '4502', '450203', '450203001', '450203001001', '广西', '广西壮族自治区柳州市柳南区'];
  expect(named.filter((text) => !isHukou(text))).toEqual([]);
});

test('anything else is none: a name without its province, another number of digits, what cannot be printed', () => {
  const others = ['', '柳州市', '45020', '广西柳州市7号', '广西\u0000', `广西${'州'.repeat(60)}`];
  expect(others.filter((text) => isHukou(text))).toEqual([]);
});
