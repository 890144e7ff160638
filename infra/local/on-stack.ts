// Runs a program of the worker on the stack that "npm start" runs here: node infra/local/on-stack.ts FILE …
// With DATABASE_URL in the environment it runs on that installation instead.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findOccupant } from './data-folder.ts';

const [program, ...words] = process.argv.slice(2);
const dataFolder = process.env['DATA_FOLDER'] ?? fileURLToPath(new URL('../../.data/demo', import.meta.url));
const doors = process.env['DATABASE_URL'] ? {} : findOccupant(dataFolder)?.doors;

if (!program || !doors) {
  console.error(
    'No system runs here to work on. Start it with "npm start" in another terminal, or set DATABASE_URL (and TEMPORAL_ADDRESS) of the installation that is meant.',
  );
  process.exitCode = 1;
} else {
  const child = spawn(process.execPath, [program, ...words], { stdio: 'inherit', env: { ...process.env, ...doors } });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
