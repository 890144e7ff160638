import { audit, findDocument } from '@zhouji/database';
import { refuse } from '@zhouji/domain';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Office } from '../office.ts';
import { pathOf } from './receive.ts';

/** Sends a paper: as a download, of the type that it was found to be, and with no right to do anything in a browser. Who read it is kept. */
export async function contentOf(
  { database, clock, documentsFolder }: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const document = await database.transact(request.caller, clock.now(), async (tx) => {
    const found = (await findDocument(tx, id)) ?? refuse('NOT_FOUND');
    audit(tx, { action: 'read-document', township: found.township, target: `document:${id}`, caseId: found.caseId });
    return found;
  });
  const place = pathOf(documentsFolder, document.sha256);
  await access(place).catch(() => refuse('NOT_FOUND'));
  reply.header(
    'content-disposition',
    `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent(document.name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`,
  );
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('x-content-type-options', 'nosniff');
  reply.header('cache-control', 'private, no-store');
  reply.header('content-length', document.bytes);
  return reply.type(document.mediaType).send(createReadStream(place));
}
