import type { Prepared } from '#lib/api/shapes.ts';
import { blankHousehold, blankMember, type EditedHousehold } from '../edited-household.ts';

/** The household of an application that the office has begun: who applies, as far as it is known, and what happened to them. */
export function editedFromPrepared({ applicant, what, since }: Prepared): EditedHousehold {
  const blank = blankHousehold();
  const { name = '', idNumber = '', birth = '', sex = '' } = applicant;
  return {
    ...blank,
    members: [{ ...blankMember('applicant'), name, idNumber, birth, sex }],
    hardship: { ...blank.hardship, member: name, what, since: since ?? '' },
  };
}
