import { type Instant, instantAt } from '@zhouji/domain';
import type { ServiceMode } from './office.ts';
import { machineClock } from './clock.ts';
import { serviceModes } from './office.ts';

/** What the environment says, read once. */
export interface Settings {
  host: string;
  port: number;
  mode: ServiceMode;
  databaseUrl: string;
  poolSize: number;
  sessionSecret: string;
  documentsFolder: string;
  lookAhead: boolean;
  rateLimits: boolean;
  trustProxy: boolean;
  publicUrl: string;
  webHandler: string | undefined;
  sandboxClockUrl: string | undefined;
  /** Shared with the paying bank. */
  bankSecret: string | undefined;
  /** Added to the machine's clock: a demonstration may live some weeks earlier. */
  timeOffsetMs: number;
}

/** What filling the demonstration in needs; neither sessions nor time outlive it, so nothing is asked for them. */
export function readSeedSettings(env: NodeJS.ProcessEnv = process.env): Settings & { now: Instant } {
  const withoutClock = env['MODE'] === 'sandbox' ? { SANDBOX_CLOCK_URL: 'http://127.0.0.1' } : {};
  const settings = readSettings({ SESSION_SECRET: 'ends with the seed, before anybody signs in', ...withoutClock, ...env });
  if (settings.mode === 'production')
    throw new SettingsRefused(['MODE is production: the demonstration is not for a base that people rely on.']);
  const from = settings.mode === 'sandbox' ? env['SANDBOX_FROM'] : undefined;
  return { ...settings, now: from ? instantAt(from.slice(0, 10), from.slice(11)) : machineClock(settings.timeOffsetMs).now() };
}

/** By which names the built web learns protocol and address of a visitor, and how large a form may be. It reads them when it is loaded. */
export function prepareWeb(): void {
  Object.assign(process.env, { PROTOCOL_HEADER: 'x-forwarded-proto', ADDRESS_HEADER: 'x-visitor-address', BODY_SIZE_LIMIT: '12M' });
}

/** Told to whoever started it, in plain words. */
export class SettingsRefused extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'SettingsRefused';
  }
}

const SHORTEST_SECRET = 32;

/**
 * Reads all settings in one pass.
 *
 * @throws SettingsRefused with everything that is missing or contradicts itself
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const faults: string[] = [];
  const mode = oneOf(env, 'MODE', serviceModes, 'demo', faults);
  const isProduction = mode === 'production';
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push(`PORT is ${env['PORT']}; give a number from 0 to 65535.`);
  const poolSize = Number(env['POOL_SIZE'] ?? 10);
  if (!Number.isInteger(poolSize) || poolSize < 1 || poolSize > 200)
    faults.push(`POOL_SIZE is ${env['POOL_SIZE']}; give a number from 1 to 200.`);
  const databaseUrl = env['DATABASE_URL'] ?? '';
  if (!databaseUrl)
    faults.push('DATABASE_URL is missing: say which database the API works on, such as postgres://zhouji_app:…@host:5432/zhouji.');
  else if (!/^postgres(ql)?:\/\//.test(databaseUrl)) faults.push('DATABASE_URL does not begin with postgres://.');
  const sessionSecret = env['SESSION_SECRET'] ?? '';
  if (sessionSecret.length < SHORTEST_SECRET)
    faults.push(
      `SESSION_SECRET is ${sessionSecret ? 'too short' : 'missing'}: give at least ${SHORTEST_SECRET} random characters, the same for every API process.`,
    );
  const documentsFolder = env['DOCUMENTS_FOLDER'] ?? '';
  if (!documentsFolder) faults.push('DOCUMENTS_FOLDER is missing: say where papers that people hand in are kept.');
  const lookAhead = oneOf(env, 'LOOK_AHEAD', ['on', 'off'], 'on', faults) === 'on';
  // Training plays a hundred families in a minute from one address.
  const rateLimits = oneOf(env, 'RATE_LIMITS', ['on', 'off'], mode === 'sandbox' ? 'off' : 'on', faults) === 'on';
  const trustProxy = oneOf(env, 'TRUST_PROXY', ['on', 'off'], 'off', faults) === 'on';
  const sandboxClockUrl = env['SANDBOX_CLOCK_URL'];
  if (mode === 'sandbox' && !sandboxClockUrl)
    faults.push('MODE is sandbox, but SANDBOX_CLOCK_URL is missing: a sandbox takes its time from the worker.');
  if (mode !== 'sandbox' && sandboxClockUrl)
    faults.push(`SANDBOX_CLOCK_URL is set, but MODE is ${mode}: only a sandbox has a clock that can be moved.`);
  const timeOffsetMs = Number(env['TIME_OFFSET_MS'] ?? 0);
  if (!Number.isSafeInteger(timeOffsetMs)) faults.push(`TIME_OFFSET_MS is ${env['TIME_OFFSET_MS']}; give whole milliseconds.`);
  if (mode !== 'demo' && timeOffsetMs !== 0)
    faults.push(`TIME_OFFSET_MS is set, but MODE is ${mode}: only a demonstration lives at another time.`);
  const host = env['HOST'] ?? '127.0.0.1';
  const publicUrl = env['PUBLIC_URL'] || `http://${host}:${port}`;
  if (env['PUBLIC_URL'] && !(/^https?:\/\//.test(publicUrl) && URL.canParse(publicUrl)))
    faults.push(`PUBLIC_URL is ${publicUrl}; give the address at which people reach this installation, such as https://….`);
  if (isProduction && !env['PUBLIC_URL']) faults.push('PUBLIC_URL is missing: it is printed on letters, so that anybody can verify them.');
  const bankSecret = env['BANK_SECRET'] || undefined;
  if (isProduction && bankSecret !== undefined && bankSecret.length < SHORTEST_SECRET)
    faults.push(`BANK_SECRET is too short: agree on at least ${SHORTEST_SECRET} random characters with the bank.`);
  if (isProduction && env['FAILPOINTS']) faults.push('FAILPOINTS is set, but MODE is production: nothing is made to die there.');
  if (isProduction && !rateLimits) faults.push('RATE_LIMITS is off, but MODE is production: public routes stay limited there.');
  if (faults.length > 0) throw new SettingsRefused(faults);
  return {
    host,
    port,
    mode,
    databaseUrl,
    poolSize,
    sessionSecret,
    documentsFolder,
    lookAhead,
    rateLimits,
    trustProxy,
    publicUrl,
    webHandler: env['WEB_HANDLER'] || undefined,
    sandboxClockUrl,
    bankSecret,
    timeOffsetMs,
  };
}

function oneOf<Choice extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  choices: readonly Choice[],
  usual: Choice,
  faults: string[],
): Choice {
  const given = env[name];
  if (given === undefined || given === '') return usual;
  if ((choices as readonly string[]).includes(given)) return given as Choice;
  faults.push(`${name} is ${given}; it can be ${choices.join(', ')}.`);
  return usual;
}
