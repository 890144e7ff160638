// The process of the simulated bank: ports, key and ledger from its environment. It stops when it is asked to, and with whoever started it.
import { startSimulatedBank } from './simulated-bank.ts';

if (process.env['MODE'] === 'production') {
  process.stderr.write('MODE is production: no money of people goes through a simulated bank.\n');
  process.exit(1);
}

const bank = await startSimulatedBank({
  port: Number(need('BANK_PORT')),
  secret: need('BANK_SECRET'),
  callbackUrl: need('BANK_CALLBACK_URL'),
  ledgerFile: need('BANK_LEDGER'),
  now: readClock(),
  delayMs: number('BANK_DELAY_MS', 0),
  lateMs: number('BANK_LATE_MS', 60_000),
  faultRate: number('BANK_FAULT_RATE', 0),
  ...(process.env['BANK_SEED'] ? { seed: process.env['BANK_SEED'] } : {}),
  log: (line) => process.stderr.write(`${line}\n`),
});

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void stop());
process.stdout.write('ready\n');
process.send?.('ready');

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await bank.stop();
  process.exit(0);
}

/** The same time as everybody: the machine's with its step, or that of the sandbox. */
function readClock(): () => Promise<string> | string {
  const url = process.env['SANDBOX_CLOCK_URL'];
  const offset = number('TIME_OFFSET_MS', 0);
  if (!url) return () => new Date(Date.now() + offset).toISOString();
  return async () => {
    const response = await fetch(`${url}/now`, { signal: AbortSignal.timeout(5000) });
    return ((await response.json()) as { now: string }).now;
  };
}

function need(name: string): string {
  const value = process.env[name];
  if (!value) {
    process.stderr.write(`${name} is not set; the simulated bank does not start without it.\n`);
    process.exit(1);
  }
  return value;
}

function number(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}
