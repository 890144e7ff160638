/**
 * Whose name may stand on a public notice, and how much of it: M57 (最低生活保障审核确认办法) 19, 24; PIPL (个人信息保护法) 28.
 */
import type { Household } from '../household.ts';
import { guardianOf, needsGuardian, type OnDay } from './guardians.ts';

/**
 * The name that a notice shows: the applicant's; of a minor the guardian's, or else the surname with 某. What somebody has
 * written into a name beside it, such as a number, an address or an illness, does not get there.
 */
export function publicName(household: Household, on: OnDay): string {
  const applicant = household.members.find(({ relation }) => relation === 'applicant') ?? household.members[0];
  if (!applicant) throw new Error('a household without members');
  const isMinor = needsGuardian({ ...applicant, capacity: 'full' }, on);
  if (!isMinor) return bareName(applicant.name);
  const guardian = guardianOf(household, applicant, on);
  return guardian === undefined ? `${[...bareName(applicant.name)][0] ?? ''}某` : bareName(guardian);
}

const mostCharacters = 30;
/** Letters with what joins the parts of a name in Chinese, Uyghur, Tibetan or Latin writing. */
const letters = /[\p{L}\p{M}][\p{L}\p{M}·•‧・.'’\- ]*/u;
/** Digits written as words: six or more are a number and no name. */
const spokenNumber = /[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两]{6,}/u;

/** The name alone: its first run of letters; where it is written in Chinese, up to the first space. 某 where nothing is left. */
export function bareName(written: string): string {
  const run = letters.exec(written.normalize('NFKC'))?.[0] ?? '';
  const first = /\p{Script=Han}/u.test(run) ? (run.split(/[ -]/u)[0] ?? '') : run;
  const name = (first.split(spokenNumber)[0] ?? '').replace(/[·•‧・.'’\- ]+$/u, '');
  return [...name].slice(0, mostCharacters).join('') || '某';
}
