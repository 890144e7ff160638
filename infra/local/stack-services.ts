// The two services of a stack, as processes of their own, and what each is told.
import { startNodeChild } from './node-child.ts';
import type { Say } from './say.ts';
import { type Supervised, supervise } from './supervised.ts';

const API = new URL('../../services/api/src/server.ts', import.meta.url);
const BANK = new URL('./bank-simulator.ts', import.meta.url);
const WORKER = new URL('../../services/worker/src/main.ts', import.meta.url);

interface Service {
  env: NodeJS.ProcessEnv;
  /** The log file of a service. */
  log: (name: string) => string;
  say: Say;
  mode: 'demo' | 'sandbox';
  host: string;
  databaseUrl: string;
  /** Where the sandbox's worker serves its clock. */
  clockPort: number | undefined;
  /** The simulated bank; undefined where approved payments wait. */
  bank: { port: number; secret: string } | undefined;
}

interface ApiSettings extends Service {
  url: string;
  port: number;
  sessionSecret: string;
  documentsFolder: string;
  lookAhead: boolean;
  handler: string | undefined;
}

interface BankSettings extends Omit<Service, 'databaseUrl'> {
  /** Where it tells what it has done. */
  apiUrl: string;
  ledgerFile: string;
}

interface WorkerSettings extends Service {
  taskQueue: string;
  temporalAddress: string | undefined;
  namespace: string;
  testServer: string | undefined;
  from: string | undefined;
  anchorFolder: string | undefined;
}

/** The API; ready when it says so itself. */
export function apiPart(settings: ApiSettings): Supervised {
  const { url, host, clockPort, handler, log, say } = settings;
  const env = {
    ...settings.env,
    DATABASE_URL: settings.databaseUrl,
    HOST: host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.env['PUBLIC_URL'] ?? url,
    MODE: settings.mode,
    SESSION_SECRET: settings.sessionSecret,
    DOCUMENTS_FOLDER: settings.documentsFolder,
    LOOK_AHEAD: settings.lookAhead ? 'on' : 'off',
    ...(handler ? { WEB_HANDLER: handler } : {}),
    ...(settings.bank ? { BANK_SECRET: settings.bank.secret } : {}),
    ...(clockPort ? { SANDBOX_CLOCK_URL: `http://${host}:${clockPort}` } : {}),
  };
  const isReady = () => answers(`${url}/api/health/ready`);
  return supervise('The API', () => startNodeChild({ name: 'The API', file: API, env, log: log('api'), isReady }), say);
}

/** The worker; ready when it has printed so. */
export function workerPart(settings: WorkerSettings): Supervised {
  const { temporalAddress, clockPort, testServer, from, anchorFolder, log, say } = settings;
  const env = {
    ...settings.env,
    DATABASE_URL: settings.databaseUrl,
    TASK_QUEUE: settings.taskQueue,
    MODE: settings.mode,
    ...(temporalAddress ? { TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: settings.namespace } : {}),
    ...(clockPort && testServer ? { TEST_SERVER_PATH: testServer, SANDBOX_CLOCK_PORT: String(clockPort) } : {}),
    ...(from ? { SANDBOX_FROM: from } : {}),
    ...(anchorFolder ? { ANCHOR_FOLDER: anchorFolder } : {}),
    ...(settings.bank ? { BANK_URL: `http://${settings.host}:${settings.bank.port}`, BANK_SECRET: settings.bank.secret } : {}),
  };
  return supervise('The worker', () => startNodeChild({ name: 'The worker', file: WORKER, env, log: log('worker') }), say);
}

/** The simulated bank, with a ledger of its own. In the sandbox it answers at once; elsewhere it takes a moment, as banks do. */
export function bankPart(settings: BankSettings & { bank: { port: number; secret: string } }): Supervised {
  const { bank, host, clockPort, log, say } = settings;
  const env = {
    ...settings.env,
    MODE: settings.mode,
    BANK_PORT: String(bank.port),
    BANK_SECRET: bank.secret,
    BANK_LEDGER: settings.ledgerFile,
    BANK_CALLBACK_URL: settings.apiUrl,
    BANK_DELAY_MS: settings.env['BANK_DELAY_MS'] ?? (clockPort ? '0' : '1500'),
    ...(clockPort ? { SANDBOX_CLOCK_URL: `http://${host}:${clockPort}` } : {}),
  };
  return supervise('The simulated bank', () => startNodeChild({ name: 'The simulated bank', file: BANK, env, log: log('bank') }), say);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
