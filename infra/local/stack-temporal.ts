import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import type { Say } from './say.ts';
import { type Supervised, supervise } from './supervised.ts';
import { findTemporal, startTemporal, stopOrphanedTemporal } from './temporal.ts';

const HOST = '127.0.0.1';

/** The real Temporal of a stack, running and supervised, or the address of one that somebody else runs. */
export async function startTemporalPart(settings: {
  dataFolder: string;
  port: number | undefined;
  env: NodeJS.ProcessEnv;
  outer: NodeJS.ProcessEnv;
  say: Say;
  started: Supervised[];
}): Promise<{ part: Supervised | undefined; address: () => string }> {
  const { dataFolder, env, outer, say, started } = settings;
  const found = await findTemporal({ env: outer, say });
  if ('address' in found) return { part: undefined, address: () => found.address };
  // Found once; a restart must not look, or fetch, again.
  const serverEnv = { ...env, TEMPORAL_CLI_PATH: found.path };
  const dbFile = join(dataFolder, 'temporal.db');
  // Before a port is looked for: the server of a killed run may hold the wanted one.
  await stopOrphanedTemporal(dbFile, say);
  const port = await findFreePort({ ...(settings.port ? { wanted: settings.port } : {}), purpose: 'Temporal', say });
  const part = supervise(
    'Temporal',
    async () => {
      const { pid, stop } = await startTemporal({
        dbFile,
        port,
        samePort: true,
        env: serverEnv,
        namespace: outer['TEMPORAL_NAMESPACE'] ?? 'default',
        say,
      });
      return { pid: pid ?? 0, stop };
    },
    say,
  );
  started.push(part);
  await part.start();
  return { part, address: () => `${HOST}:${port}` };
}
