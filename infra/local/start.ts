// npm start: the whole system on this machine, kept in .data/demo.
import { fileURLToPath } from 'node:url';
import { runStack } from './run-stack.ts';
import { screenOf } from './screen.ts';

const dataFolder = process.env['DATA_FOLDER'] ?? fileURLToPath(new URL('../../.data/demo', import.meta.url));

await runStack(
  {
    mode: 'demo',
    dataFolder,
    ports: { api: Number(process.env['PORT'] ?? 3000), postgres: 54318, temporal: 7233 },
    say: (line) => console.log(line),
  },
  (stack) => screenOf(stack),
);
