// Writes the OpenAPI document of the API, and the types that the web asks it with. Nothing is connected to: the document follows from the code.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp, machineClock } from '../../services/api/src/app.ts';
import { openDatabase } from '../../services/database/src/index.ts';

const DOCUMENT = fileURLToPath(new URL('../../services/api/openapi.json', import.meta.url));
const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const TYPES = `${WEB}src/lib/api/api.generated.d.ts`;

await writeApiTypes();

/** The sandbox has all routes, so it is the sandbox that is described. */
async function writeApiTypes(): Promise<void> {
  const database = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing', poolSize: 1 });
  const app = buildApp({
    database,
    clock: machineClock(),
    mode: 'sandbox',
    lookAhead: true,
    sessionSecret: 'no session is opened here',
    documentsFolder: '',
    rateLimits: false,
    shedding: false,
    trustProxy: false,
    publicUrl: 'http://127.0.0.1:3000',
    log: false,
  });
  await app.ready();
  writeFileSync(DOCUMENT, `${JSON.stringify(app.swagger(), null, 2)}\n`);
  await app.close();
  await database.close();
  mkdirSync(dirname(TYPES), { recursive: true });
  execFileSync('pnpm', ['exec', 'openapi-typescript', DOCUMENT, '--output', TYPES, '--default-non-nullable', 'false', '--alphabetize'], {
    cwd: WEB,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
