import Type from 'typebox';

/** The levels of area, from the one that watches to the one that visits. */
export const areaLevels = ['county', 'township', 'village'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/**
 * The code of an area, as the statistical division codes are built: six digits for a county, nine for a township,
 * twelve for a village or community; each begins with the code of the area that it lies in.
 */
export const AreaCode = Type.String({ pattern: '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' });
export type AreaCode = string;

/** The level of an area, read off the length of its code. */
export function levelOf(code: AreaCode): AreaLevel {
  return code.length === 6 ? 'county' : code.length === 9 ? 'township' : 'village';
}

/** Whether `inner` is `outer` or lies in it. */
export function liesIn(inner: AreaCode, outer: AreaCode): boolean {
  return inner.startsWith(outer);
}
