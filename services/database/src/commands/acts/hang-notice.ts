import { figure, type NoticeFields, type PlainDate, programmes, publicName } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame, NoticeRecord } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { newId } from '../../uuid.ts';

/** Hangs a notice with the fields that it may show, and no others [M57 19, 24; N2022 4(2)]. `persons` are those that the assessment counts. */
export async function hangNotice(
  tx: Tx,
  frame: CaseFrame,
  {
    kind,
    round,
    monthly,
    amount,
    persons,
    endsOn,
  }: { kind: NoticeRecord['kind']; round: number; monthly: string; amount?: string; persons: number; endsOn: PlainDate },
): Promise<void> {
  const fields: NoticeFields = {
    applicant: publicName(frame.facts.household, {
      day: tx.day,
      majority: figure(tx.place.parametersOf(frame.parameterSet), 'age.adult', tx.day).value,
    }),
    township: await tx.place.nameOf(tx.rows, frame.township),
    village: await tx.place.nameOf(tx.rows, frame.village),
    programme: programmes[frame.programme].label.zh,
    persons,
    monthly,
    ...(amount === undefined ? {} : { amount }),
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
