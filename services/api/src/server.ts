// Starts the API: the one file that listens.
import { openDatabase } from '@zhouji/database';
import closeWithGrace from 'close-with-grace';
import { buildApp, followSandboxClock, machineClock } from './app.ts';
import { checkBase } from './check-base.ts';
import { readSettings, type Settings, SettingsRefused } from './settings.ts';

const PATIENCE_MS = 8000;
const NUDGE_AFTER_MS = 500;
const CLOCK_WITHIN_MS = 30_000;

try {
  await serve(readSettings());
} catch (error) {
  process.stderr.write(error instanceof SettingsRefused ? `The API does not start.\n${error.message}\n` : `${(error as Error).stack}\n`);
  process.exit(1);
}

async function serve(settings: Settings): Promise<void> {
  // Where nobody waits for the process, it is told once of commands that follow each other, and never in the office's way. Training waits for rest.
  const nudgeAfterMs = settings.lookAhead && settings.mode !== 'sandbox' ? NUDGE_AFTER_MS : 0;
  const database = openDatabase({ url: settings.databaseUrl, poolSize: settings.poolSize, nudgeAfterMs });
  await checkBase(database, settings.mode);
  const sandboxClock = settings.sandboxClockUrl === undefined ? undefined : followSandboxClock(settings.sandboxClockUrl);
  const app = buildApp({
    database,
    clock: sandboxClock ?? machineClock(settings.timeOffsetMs),
    mode: settings.mode,
    lookAhead: settings.lookAhead,
    sessionSecret: settings.sessionSecret,
    documentsFolder: settings.documentsFolder,
    rateLimits: settings.rateLimits,
    shedding: true,
    trustProxy: settings.trustProxy,
    publicUrl: settings.publicUrl,
    log: true,
    ...(sandboxClock ? { sandboxClock } : {}),
    ...(settings.bankSecret ? { bankSecret: settings.bankSecret } : {}),
    ...(settings.webHandler ? { webHandler: settings.webHandler } : {}),
  });
  closeWithGrace({ delay: PATIENCE_MS }, async ({ err }) => {
    if (err) app.log.error({ err }, 'stopping after a fault');
    sandboxClock?.stop();
    await app.close();
    await database.close();
  });
  leaveWithParent();
  if (sandboxClock) await firstTime(sandboxClock);
  await app.listen({ host: settings.host, port: settings.port });
  process.stdout.write('ready\n');
  process.send?.('ready');
}

/** In a sandbox nothing is answered before the time is known. */
async function firstTime(clock: { follow(): Promise<unknown> }): Promise<void> {
  const deadline = performance.now() + CLOCK_WITHIN_MS;
  for (;;) {
    try {
      await clock.follow();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((next) => setTimeout(next, 100));
    }
  }
}

/** Whoever started this over a channel takes it along when it ends. */
function leaveWithParent(): void {
  if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
