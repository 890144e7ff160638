import { makeIdNumber } from '@zhouji/domain';
import type { Language } from './words-of.ts';

/** A couple with a child; he earns, she is severely disabled. Nobody bears these surnames. */
export interface TestFamily {
  applicant: { name: string; idNumber: string };
  spouse: { name: string; idNumber: string };
  child: { name: string; idNumber: string };
}

/** One family for each language, so that both can apply in the same office. */
export function familyOf(language: Language): TestFamily {
  const serial = language === 'zh' ? 401 : 402;
  const mark = language === 'zh' ? '和' : '睦';
  return {
    applicant: { name: `壬${mark}顺`, idNumber: makeIdNumber('999901', '1984-03-02', 'male', serial) },
    spouse: { name: `癸${mark}兰`, idNumber: makeIdNumber('999901', '1986-07-15', 'female', serial) },
    child: { name: `壬${mark}苗`, idNumber: makeIdNumber('999901', '2015-08-03', 'female', serial) },
  };
}

/** All that no address and no title may hold. */
export function secretsOf({ applicant, spouse, child }: TestFamily): string[] {
  return [applicant, spouse, child].flatMap(({ name, idNumber }) => [name, idNumber]);
}
