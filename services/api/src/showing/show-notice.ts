import { findNotice, noticesOnDay, object, publicActor, type PublicNotice } from '@zhouji/database';
import { type NoticeFields, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { lookAhead } from '../look-ahead.ts';
import type { Office } from '../office.ts';
import { transactOnce } from '../once.ts';

type Shown = { id: string; kind: PublicNotice['kind'] } & NoticeFields;

/** What hangs on the board today: opinions that can be objected to, or what was decided. */
export async function noticesShown({ database, clock }: Office, wanted: PublicNotice['kind']): Promise<{ items: Shown[] }> {
  const notices = await database.transact(publicActor(), clock.now(), (tx) => noticesOnDay(tx));
  return { items: notices.filter(({ kind }) => kind === wanted).map(shown) };
}

/** One notice. @throws Refusal GONE after its last day */
export async function noticeShown({ database, clock }: Office, id: string): Promise<Shown> {
  const notice = await database.transact(publicActor(), clock.now(), (tx) => findNotice(tx, id));
  if (!notice) return refuse('NOT_FOUND');
  return notice === 'gone' ? refuse('GONE') : shown(notice);
}

/**
 * Takes an objection to a notice; the objector is kept where no township can read it, and asks by the slip.
 *
 * @throws Refusal GONE, NOTICE_OVER
 */
export async function objectToNotice(
  office: Office,
  request: FastifyRequest,
  noticeId: string,
  { text, contact }: { text: string; contact?: string },
): Promise<{ received: true; slip: string }> {
  const { database, clock } = office;
  const notice = await database.transact(publicActor(), clock.now(), (tx) => findNotice(tx, noticeId));
  if (!notice) return refuse('NOT_FOUND');
  return transactOnce(office, publicActor(), request, async (tx) => {
    if (notice === 'gone') return refuse('GONE');
    if (notice.kind !== 'notice') refuse('NOTICE_OVER');
    await tx.admit(notice.township);
    const { caseId, slip } = await object(tx, { noticeId, text, ...(contact === undefined ? {} : { objector: { contact } }) });
    if (office.lookAhead) await lookAhead(tx, caseId);
    return { received: true, slip };
  });
}

function shown({ id, kind, fields }: PublicNotice): Shown {
  return { id, kind, ...fields };
}
