import { ageOn, figure, type Household, type NoticeFields, type PlainDate, programmes } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { applicantOf } from '../../place.ts';
import type { CaseFrame, NoticeRecord } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { newId } from '../../uuid.ts';

/** Hangs a notice with the fields that it may show, and no others [M57 19, 24; N2022 4(2)]. */
export async function hangNotice(
  tx: Tx,
  frame: CaseFrame,
  { kind, round, monthly, endsOn }: { kind: NoticeRecord['kind']; round: number; monthly: string; endsOn: PlainDate },
): Promise<void> {
  const fields: NoticeFields = {
    applicant: publicName(frame.facts.household, {
      day: tx.day,
      majority: figure(tx.place.parametersOf(frame.parameterSet), 'age.adult', tx.day).value,
    }),
    township: await tx.place.nameOf(tx.rows, frame.township),
    village: await tx.place.nameOf(tx.rows, frame.village),
    programme: programmes[frame.programme].label.zh,
    persons: frame.facts.household.members.filter(({ livesWith, absence }) => livesWith !== false && !absence).length,
    monthly,
    postedOn: tx.day,
    endsOn,
  };
  const notice: NoticeRecord = {
    caseId: frame.id,
    township: frame.township,
    id: newId(),
    kind,
    round,
    fields,
    postedAt: tx.at,
    endsOn,
    removedAt: null,
  };
  frame.notices.push(notice);
  tx.writes.add('notice', notice);
  enter(tx, frame, { kind: 'notice.posted', round, data: { notice: notice.id, kind, endsOn }, byOffice: true });
}

/** No minor is named in public: the guardian is, who is the parent of the family or, else, its eldest adult. `majority` in years [CIVIL 17]. */
function publicName(household: Household, { day, majority }: { day: PlainDate; majority: number }): string {
  const applicant = applicantOf(household);
  if (ageOn(applicant.birth, day) >= majority) return applicant.name;
  const adults = household.members
    .filter(({ birth }) => ageOn(birth, day) >= majority)
    .sort((one, other) => one.birth.localeCompare(other.birth));
  const guardian =
    adults.find(({ relation }) => relation === 'parent') ?? adults.find(({ relation }) => relation === 'grandparent') ?? adults[0];
  return guardian?.name ?? `${[...applicant.name][0] ?? ''}某`;
}
