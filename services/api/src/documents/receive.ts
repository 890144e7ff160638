import { fileTypeFromBuffer } from 'file-type';
import { refuse, fieldFaults, fieldFault } from '@zhouji/domain';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FieldsRefused } from '../plugins/fields-refused.ts';

/** A file that lies in the store. */
export interface Received {
  sha256: string;
  mediaType: string;
  bytes: number;
  name: string;
  what: string;
}

const mediaTypes = ['image/jpeg', 'image/png', 'application/pdf'];
const SNIFFED_BYTES = 4100;

/**
 * Takes the one file of an upload: streamed to a temporary file while it is hashed, known by its content and not by its name, then moved to
 * where its hash says. A file that is there already is the same file.
 *
 * @throws Refusal FILE_REFUSED, MEDIA_TYPE; FieldsRefused. Nothing is left behind then.
 */
export async function receive(folder: string, request: FastifyRequest): Promise<Received> {
  if (!request.isMultipart()) refuse('MEDIA_TYPE');
  let what: string | undefined;
  let file: Omit<Received, 'what'> | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (file) refuse('FILE_REFUSED');
      file = await keep(folder, part);
    } else if (part.fieldname === 'what') {
      what = String(part.value);
    }
  }
  if (!file) throw new FieldsRefused([{ path: '/file', label: fieldFaults['no-file'] }]);
  if (what === undefined || !isName(what, 60))
    throw new FieldsRefused([{ path: '/what', label: fieldFault('paper-unnamed', { limit: '60' }) }]);
  return { ...file, what };
}

/** Where the content with this hash lies. */
export function pathOf(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

async function keep(folder: string, part: MultipartFile): Promise<Omit<Received, 'what'>> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const temporary = join(incoming, randomUUID());
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    const hashing = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(part.file, hashing, createWriteStream(temporary, { mode: 0o600 }));
    // A stream that was cut at the limit ends as if it were whole.
    if (part.file.truncated || bytes === 0) refuse('FILE_REFUSED');
    const mediaType = await sniff(temporary);
    const sha256 = hash.digest('hex');
    const place = pathOf(folder, sha256);
    await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
    await rename(temporary, place);
    return { sha256, mediaType, bytes, name: nameOf(part.filename, mediaType) };
  } finally {
    await rm(temporary, { force: true });
  }
}

async function sniff(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    const found = await fileTypeFromBuffer(buffer.subarray(0, bytesRead));
    return found && mediaTypes.includes(found.mime) ? found.mime : refuse('FILE_REFUSED');
  } finally {
    await handle.close();
  }
}

/** The name that the sender gave, as far as it is harmless to show and to save under. */
function nameOf(sent: string | undefined, mediaType: string): string {
  const extension = { 'image/jpeg': 'jpg', 'image/png': 'png' }[mediaType] ?? 'pdf';
  const stem = (sent ?? '')
    .toWellFormed()
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[\p{Cc}\p{Cf}"<>|:*?\\/]/gu, '')
    .trim();
  return `${[...stem].slice(0, 80).join('') || 'document'}.${extension}`;
}

function isName(text: string, most: number): boolean {
  return text.isWellFormed() && [...text].length <= most && /^\P{Cc}+$/u.test(text);
}
