// Fills an empty base with the demonstration: areas, people, a registry of families, and forty cases that went through the API as cases do.
import { mkdirSync } from 'node:fs';
import { openDatabase } from '@zhouji/database';
import { readSeedSettings, SettingsRefused } from '../settings.ts';
import { seedDemo } from './seed-demo.ts';

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof SettingsRefused ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { databaseUrl, mode, documentsFolder, now } = readSeedSettings();
  mkdirSync(documentsFolder, { recursive: true, mode: 0o700 });
  const database = openDatabase({ url: databaseUrl, poolSize: 4 });
  try {
    process.stdout.write(`${await seedDemo(database, { now, mode, documentsFolder })} cases\n`);
  } finally {
    await database.close();
  }
}
