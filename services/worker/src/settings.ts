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
  /** Added to the clock: a demonstration may live some weeks earlier. */
  timeOffsetMs: number;
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
    timeOffsetMs: readOffset(env, mode),
  };
}

/** What the programs need that a person runs beside the worker. */
export function readProgramSettings(env: NodeJS.ProcessEnv): {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  taskQueue: string;
} {
  return {
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
