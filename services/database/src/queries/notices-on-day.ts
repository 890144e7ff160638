import type { Instant, NoticeFields, PlainDate } from '@zhouji/domain';
import type { Tx } from '../database.ts';
import { isUuid } from '../record/lock-case.ts';

export interface PublicNotice {
  id: string;
  /** `notice` tells of an opinion and can be objected to; `publication` tells of a decision. */
  kind: 'notice' | 'publication';
  township: string;
  fields: NoticeFields;
  postedAt: Instant;
  endsOn: PlainDate;
}

interface NoticeRow extends PublicNotice {
  isOver: boolean;
}

const columns = `id, kind, township, fields, posted_at as "postedAt", ends_on as "endsOn", is_over as "isOver"`;

/** What hangs on the notice boards on the day of the transaction, newest first. For everybody: it needs no fence opened. */
export async function noticesOnDay(tx: Tx, township?: string): Promise<PublicNotice[]> {
  const notices = await tx.rows<NoticeRow>(
    `select ${columns} from public_notices($1::date, null) where $2::text is null or township = $2`,
    [tx.day, township ?? null],
  );
  return notices.map(shown);
}

/** A notice by its id; `gone` once it is taken down or past its last day, and undefined when there never was one. */
export async function findNotice(tx: Tx, id: string): Promise<PublicNotice | 'gone' | undefined> {
  if (!isUuid.test(id)) return undefined;
  const [notice] = await tx.rows<NoticeRow>(`select ${columns} from public_notices($1::date, $2::uuid)`, [tx.day, id]);
  if (!notice) return undefined;
  return notice.isOver ? 'gone' : shown(notice);
}

function shown({ id, kind, township, fields, postedAt, endsOn }: NoticeRow): PublicNotice {
  return { id, kind, township, fields, postedAt, endsOn };
}
