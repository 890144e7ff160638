import { findNotice, noticesOnDay, object, publicActor, type PublicNotice } from '@zhouji/database';
import { type NoticeFields, refuse } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';
import { lookAhead } from '../look-ahead.ts';
import type { Office } from '../office.ts';

type Shown = { id: string } & NoticeFields;

/** What hangs on the board today. */
export async function noticesShown({ database, clock }: Office): Promise<{ items: Shown[] }> {
  const notices = await database.transact(publicActor(), clock.now(), (tx) => noticesOnDay(tx));
  return { items: notices.filter(({ kind }) => kind === 'notice').map(shown) };
}

/** One notice. @throws Refusal GONE after its last day */
export async function noticeShown({ database, clock }: Office, id: string): Promise<Shown> {
  const notice = await database.transact(publicActor(), clock.now(), (tx) => findNotice(tx, id));
  if (!notice) return refuse('NOT_FOUND');
  return notice === 'gone' ? refuse('GONE') : shown(notice);
}

/** Takes an objection to a notice; the objector is kept where no township can read it. @throws Refusal GONE, NOTICE_OVER */
export async function objectToNotice(
  office: Office,
  _request: FastifyRequest,
  noticeId: string,
  { text, contact }: { text: string; contact?: string },
): Promise<void> {
  const { database, clock } = office;
  const notice = await database.transact(publicActor(), clock.now(), (tx) => findNotice(tx, noticeId));
  if (!notice) return refuse('NOT_FOUND');
  if (notice === 'gone') return refuse('GONE');
  if (notice.kind !== 'notice') refuse('NOTICE_OVER');
  await database.transact(publicActor(notice.township), clock.now(), async (tx) => {
    const { caseId } = await object(tx, { noticeId, text, ...(contact === undefined ? {} : { objector: { contact } }) });
    if (office.lookAhead) await lookAhead(tx, caseId);
  });
}

function shown({ id, fields }: PublicNotice): Shown {
  return { id, ...fields };
}
