// npm run sandbox: the same system on the time-skipping server, with a clock that can be moved. Made anew at each start.
//
//   npm run sandbox -- --from 2026-09-01T09:00
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runStack } from './run-stack.ts';
import { screenOf } from './screen.ts';

const dataFolder = process.env['DATA_FOLDER'] ?? fileURLToPath(new URL('../../.data/sandbox', import.meta.url));
const from = readFrom();

await runStack(
  {
    mode: 'sandbox',
    dataFolder,
    ports: { api: Number(process.env['PORT'] ?? 3000), postgres: 54319 },
    ...(from ? { from } : {}),
    say: (line) => console.log(line),
  },
  (stack) =>
    screenOf(stack, [
      'Sandbox: nothing here is real, and each start begins anew.',
      `The clock moves forward with POST ${stack.url}/api/sandbox/clock {"advance":"P7D"}.`,
    ]),
);

function readFrom(): string | undefined {
  try {
    const { from: given } = parseArgs({ options: { from: { type: 'string' } } }).values;
    if (given === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(given)) return given;
    throw new Error(`"${given}" is not a day and time`);
  } catch (error) {
    console.error(
      `${(error as Error).message}. Say it in the local time of Shanghai, like this: npm run sandbox -- --from 2026-09-01T09:00`,
    );
    process.exit(2);
  }
}
