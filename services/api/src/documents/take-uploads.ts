import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** Lets a scope read uploads: one file and a few short fields. `bodyLimit` does not bound these, so every part has a limit of its own. */
export async function takeUploads(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, {
    limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 5, parts: 6, fieldSize: 2000, fieldNameSize: 100, headerPairs: 50 },
    throwFileSizeLimit: false,
  });
}
