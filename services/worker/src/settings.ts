/** What the worker reads from its environment, in one pass. */
export interface Settings {
  databaseUrl: string;
  mode: 'demo' | 'sandbox' | 'production';
  namespace: string;
  taskQueue: string;
  /** A Temporal server or cluster; in the sandbox the worker brings its own. */
  temporalAddress: string | undefined;
  sandbox: SandboxSettings | undefined;
  /** Nudges that are sent at once while the office is quiet. */
  relayConcurrency: number;
  /** The bank that pays; absent: approved payments wait. */
  bank: BankSettings | undefined;
  /** Where the ledgers are anchored outside of the database; absent: nowhere. */
  anchorFolder: string | undefined;
  /** Added to the clock: a demonstration may live some weeks earlier. */
  timeOffsetMs: number;
}

export interface BankSettings {
  url: string;
  secret: string;
  /** The account that pays; absent only for a simulated bank. */
  payer: string | undefined;
  /** Other than the usual: how long an instruction is valid, when the bank is asked first, how often its statement is read. */
  pace: { validMs?: number; askAfterMs?: number; statementEveryMs?: number };
}

export interface SandboxSettings {
  testServerPath: string;
  clockPort: number;
  /** An instant at which business time begins; absent: where it was left, or now. */
  from: string | undefined;
}

/** @throws Error naming the setting that is missing or contradicts another */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const mode = oneOf(env, 'MODE', ['demo', 'sandbox', 'production']);
  const sandbox = mode === 'sandbox' ? readSandbox(env) : undefined;
  const temporalAddress = sandbox ? undefined : need(env, 'TEMPORAL_ADDRESS');
  return {
    databaseUrl: need(env, 'DATABASE_URL'),
    mode,
    namespace: env['TEMPORAL_NAMESPACE'] || 'default',
    taskQueue: env['TASK_QUEUE'] || 'cases',
    temporalAddress,
    sandbox,
    relayConcurrency: positive(env, 'RELAY_CONCURRENCY', 4),
    bank: readBank(env, mode),
    anchorFolder: env['ANCHOR_FOLDER'] || undefined,
    timeOffsetMs: readOffset(env, mode),
  };
}

/** What the programs need that a person runs beside the worker. */
export function readProgramSettings(env: NodeJS.ProcessEnv): {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  taskQueue: string;
  /** How far business time is from this machine's, in milliseconds: a demonstration may live some weeks earlier. */
  timeOffsetMs: number;
  anchorFolder: string | undefined;
} {
  return {
    anchorFolder: env['ANCHOR_FOLDER'] || undefined,
    timeOffsetMs: Number(env['TIME_OFFSET_MS'] ?? 0),
    databaseUrl: need(env, 'DATABASE_URL'),
    temporalAddress: env['TEMPORAL_ADDRESS'] || '127.0.0.1:7233',
    namespace: env['TEMPORAL_NAMESPACE'] || 'default',
    taskQueue: env['TASK_QUEUE'] || 'cases',
  };
}

function readSandbox(env: NodeJS.ProcessEnv): SandboxSettings {
  if (env['TEMPORAL_ADDRESS']) throw new Error('MODE=sandbox brings its own time-skipping server; unset TEMPORAL_ADDRESS.');
  const given = env['SANDBOX_FROM'] || undefined;
  // People write the time on their wall; the office stands in one time zone.
  const from = given !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(given) ? `${given}+08:00` : given;
  if (from !== undefined && Number.isNaN(Date.parse(from)))
    throw new Error(`SANDBOX_FROM is ${given}; it must be a moment such as 2026-09-01T09:00.`);
  return { testServerPath: need(env, 'TEST_SERVER_PATH'), clockPort: positive(env, 'SANDBOX_CLOCK_PORT'), from };
}

function readBank(env: NodeJS.ProcessEnv, mode: Settings['mode']): BankSettings | undefined {
  if (mode === 'production' && env['FAILPOINTS'])
    throw new Error('FAILPOINTS is set, but MODE is production: nothing is made to die there.');
  const url = env['BANK_URL'];
  if (!url) return undefined;
  if (!URL.canParse(url)) throw new Error(`BANK_URL is ${url}; it must be the address of the bank.`);
  const secret = need(env, 'BANK_SECRET');
  if (mode === 'production' && secret.length < 32)
    throw new Error('BANK_SECRET is too short: agree on at least 32 random characters with the bank.');
  if (mode === 'production' && !url.startsWith('https://')) throw new Error('BANK_URL must begin with https:// where MODE is production.');
  const ms = (name: string, key: string) => (env[name] ? { [key]: positive(env, name) * 1000 } : {});
  const pace = {
    ...ms('BANK_VALID_S', 'validMs'),
    ...ms('BANK_ASK_AFTER_S', 'askAfterMs'),
    ...ms('BANK_STATEMENT_EVERY_S', 'statementEveryMs'),
  };
  return { url, secret, pace, payer: mode === 'production' ? need(env, 'BANK_PAYER') : env['BANK_PAYER'] || undefined };
}

function readOffset(env: NodeJS.ProcessEnv, mode: Settings['mode']): number {
  const offset = Number(env['TIME_OFFSET_MS'] ?? 0);
  if (!Number.isSafeInteger(offset)) throw new Error(`TIME_OFFSET_MS is ${env['TIME_OFFSET_MS']}; it must be whole milliseconds.`);
  if (offset !== 0 && mode !== 'demo')
    throw new Error(`TIME_OFFSET_MS is set, but MODE is ${mode}: only a demonstration lives at another time.`);
  return offset;
}

function need(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set; the worker does not start without it.`);
  return value;
}

function oneOf<Value extends string>(env: NodeJS.ProcessEnv, name: string, values: readonly Value[]): Value {
  const value = values.find((one) => one === need(env, name));
  if (!value) throw new Error(`${name} is ${env[name]}; it must be one of ${values.join(', ')}.`);
  return value;
}

function positive(env: NodeJS.ProcessEnv, name: string, otherwise?: number): number {
  if (!env[name] && otherwise !== undefined) return otherwise;
  const value = Number(need(env, name));
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is ${env[name]}; it must be a whole number from 1.`);
  return value;
}
