/**
 * `npm run check-payments`: what must hold of all money at any moment, and how many rows break each sentence. Reads only.
 * Ends with 1 when anything does not hold.
 */
import { checkPayments, openDatabase, systemActor } from '@zhouji/database';
import { readProgramSettings } from './settings.ts';

const database = openDatabase({ url: readProgramSettings(process.env).databaseUrl, poolSize: 1 });
try {
  const checks = await database.transact(systemActor, new Date().toISOString(), checkPayments);
  for (const { what, broken } of checks)
    process.stdout.write(`${broken === 0 ? 'holds ' : 'BROKEN'}  ${what}${broken === 0 ? '' : `: ${broken}`}\n`);
  if (checks.some(({ broken }) => broken !== 0)) process.exitCode = 1;
} finally {
  await database.close();
}
