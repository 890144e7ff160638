import { attachDocument, documentsOf, findFollowCode, publicActor, type Tx, typedCode } from '@zhouji/database';
import { holds, refuse, type Role, fieldFaults } from '@zhouji/domain';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import type { Office } from '../office.ts';
import { isSame } from '../plugins/session.ts';
import { FieldsRefused } from '../plugins/fields-refused.ts';
import { pathOf } from './receive.ts';
import { withoutTraces } from './without-traces.ts';

/** As many photos as one report takes. */
export const MOST_LEAD_PHOTOS = 5;

interface Place {
  caseId: string;
  township: string;
}

/**
 * Adds a photo to a report, for whoever holds its number and code: a JPEG or PNG of at most 10 MB, kept without what the
 * camera wrote beside the picture.
 *
 * @throws Refusal CODE_WRONG, CASE_CLOSED, PHOTOS_FULL before anything is read; PHOTO_REFUSED, MEDIA_TYPE; FieldsRefused
 */
export async function addLeadPhoto(
  { database, clock, documentsFolder }: Office,
  request: FastifyRequest,
  { receipt, code }: { receipt: string; code: string },
): Promise<{ id: string; count: number }> {
  const ask = <Answer>(work: (tx: Tx) => Promise<Answer>) => database.transact(publicActor(), clock.now(), work);
  await ask((tx) => requireRoom(tx, { receipt, code }));
  const photo = await receivePhoto(request);
  const sha256 = await keep(documentsFolder, photo.bytes);
  return ask(async (tx) => {
    const { caseId, township, count } = await requireRoom(tx, { receipt, code });
    const { document } = await attachDocument(
      { ...tx, who: whoAdds(request, township) },
      { caseId, sha256, mediaType: photo.mediaType, bytes: photo.bytes.length, name: photo.name, what: 'lead-photo' },
    );
    return { id: document, count: count + 1 };
  });
}

/** Staff by name, everybody else as nobody in particular. */
function whoAdds({ session, caller }: FastifyRequest, township: string): Tx['who'] {
  const isStaff = session !== null && holds(caller.role as Role, 'report-lead');
  return isStaff && (caller.townships === '*' || caller.townships.includes(township)) ? caller : publicActor(township);
}

async function requireRoom(tx: Tx, { receipt, code }: { receipt: string; code: string }): Promise<Place & { count: number }> {
  const place = await requireReport(tx, { receipt, code });
  const [found] = await tx.rows<{ isClosed: boolean }>('select closed_at is not null as "isClosed" from cases where id = $1', [
    place.caseId,
  ]);
  if (found?.isClosed) refuse('CASE_CLOSED');
  const count = (await documentsOf(tx, { caseId: place.caseId })).filter(({ what }) => what === 'lead-photo').length;
  if (count >= MOST_LEAD_PHOTOS) refuse('PHOTOS_FULL');
  return { ...place, count };
}

/**
 * The report of a number, for whoever has its code as well; opens the fence for its township. A report of an earlier version
 * was given no code, and is asked about by its number.
 *
 * @throws Refusal CODE_WRONG, whichever of the two is wrong
 */
export async function requireReport(tx: Tx, { receipt, code }: { receipt: string; code?: string }): Promise<Place> {
  const [place] = await tx.rows<{ township: string | null }>('select township_of_receipt($1) as township', [receipt]);
  if (!place?.township) return refuse('CODE_WRONG');
  await tx.admit(place.township);
  const [found] = await tx.rows<Place>(
    'select c.id as "caseId", c.township from cases c join lead l on l.case_id = c.id where c.receipt = $1',
    [receipt],
  );
  if (!found) return refuse('CODE_WRONG');
  const known = await findFollowCode(tx, found.caseId);
  if (known !== undefined && !isSame(typedCode(code ?? ''), known)) refuse('CODE_WRONG');
  return found;
}

async function receivePhoto(request: FastifyRequest): Promise<{ bytes: Buffer; mediaType: string; name: string }> {
  if (!request.isMultipart()) refuse('MEDIA_TYPE');
  let file: Buffer | undefined;
  for await (const part of request.parts()) {
    if (part.type !== 'file') continue;
    if (file) refuse('PHOTO_REFUSED');
    file = await part.toBuffer();
    if (part.file.truncated) refuse('PHOTO_REFUSED');
  }
  if (!file) throw new FieldsRefused([{ path: '/file', label: fieldFaults['no-photo'] }]);
  const bytes = withoutTraces(file) ?? refuse('PHOTO_REFUSED');
  const isPng = bytes[0] === 0x89;
  // The name that a telephone gives may say when and where as well.
  return { bytes, mediaType: isPng ? 'image/png' : 'image/jpeg', name: isPng ? 'photo.png' : 'photo.jpg' };
}

async function keep(folder: string, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = pathOf(folder, sha256);
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
  const temporary = join(incoming, randomUUID());
  try {
    await writeFile(temporary, bytes, { mode: 0o600 });
    await rename(temporary, place);
  } finally {
    await rm(temporary, { force: true });
  }
  return sha256;
}
