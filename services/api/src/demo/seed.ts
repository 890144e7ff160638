// Fills an empty base with the demonstration: areas, people, a registry of families, and forty cases that went through the API as cases do.
import { openDatabase } from '@zhouji/database';
import { mkdirSync } from 'node:fs';
import { readSettings, SettingsRefused } from '../settings.ts';
import { seedDemo } from './seed-demo.ts';

try {
  await main(process.env);
} catch (error) {
  process.stderr.write(`${error instanceof SettingsRefused ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  // Neither sessions nor time outlive the seed: what the API needs for them is not asked for.
  const withoutClock = env['MODE'] === 'sandbox' ? { SANDBOX_CLOCK_URL: 'http://127.0.0.1' } : {};
  const { databaseUrl, mode, documentsFolder } = readSettings({
    SESSION_SECRET: 'ends with the seed, before anybody signs in',
    ...withoutClock,
    ...env,
  });
  if (mode === 'production') throw new SettingsRefused(['MODE is production: the demonstration is not for a base that people rely on.']);
  mkdirSync(documentsFolder, { recursive: true, mode: 0o700 });
  const from = mode === 'sandbox' ? env['SANDBOX_FROM'] : undefined;
  const now = from ? Temporal.PlainDateTime.from(from).toZonedDateTime('Asia/Shanghai').toInstant().toString() : new Date().toISOString();
  const database = openDatabase({ url: databaseUrl, poolSize: 4 });
  try {
    process.stdout.write(`${await seedDemo(database, { now, mode, documentsFolder })} cases\n`);
  } finally {
    await database.close();
  }
}
