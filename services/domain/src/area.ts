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

/** Whether a place of work reaches a case: a village its own cases alone, a township and a county all that lie in them. */
export function reaches(area: AreaCode, { township, village }: { township: AreaCode; village: AreaCode }): boolean {
  return liesIn(levelOf(area) === 'village' ? village : township, area);
}

/** Whether a township is a street office, by its name: such an office is no government, others have set it up [ARL 24(1)(3)]. */
export function isStreetOffice(name: string): boolean {
  return name.endsWith('街道');
}
