import { describe, expect, test } from 'vitest';
import { readSettings, SettingsRefused } from './settings.ts';

const whole = {
  DATABASE_URL: 'postgres://zhouji_app:secret@127.0.0.1:5432/zhouji',
  SESSION_SECRET: 'forty characters that nobody else knows.',
  DOCUMENTS_FOLDER: '/var/lib/zhouji/documents',
};

describe('settings', () => {
  test('three are enough for a demonstration', () => {
    expect(readSettings(whole)).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      lookAhead: true,
      rateLimits: true,
      trustProxy: false,
      publicUrl: 'http://127.0.0.1:3000',
    });
  });

  test.each([
    ['production without a secret', { MODE: 'production', SESSION_SECRET: undefined }, 'SESSION_SECRET is missing'],
    ['production with a short secret', { MODE: 'production', SESSION_SECRET: 'short' }, 'SESSION_SECRET is too short'],
    ['production without a database', { MODE: 'production', DATABASE_URL: undefined }, 'DATABASE_URL is missing'],
    ['production without limits', { MODE: 'production', RATE_LIMITS: 'off' }, 'RATE_LIMITS is off, but MODE is production'],
    [
      'production with a clock that can be moved',
      { MODE: 'production', SANDBOX_CLOCK_URL: 'http://127.0.0.1:1' },
      'SANDBOX_CLOCK_URL is set, but MODE is production',
    ],
    ['a sandbox without a clock', { MODE: 'sandbox' }, 'SANDBOX_CLOCK_URL is missing'],
    ['production that does not know where people reach it', { MODE: 'production' }, 'PUBLIC_URL is missing'],
    ['an address that is none', { PUBLIC_URL: 'our server' }, 'PUBLIC_URL is our server'],
    ['a mode that nobody knows', { MODE: 'prod' }, 'MODE is prod; it can be demo, sandbox, production'],
    ['a port that is none', { PORT: '99999' }, 'PORT is 99999'],
    ['a database of another kind', { DATABASE_URL: 'mysql://x' }, 'does not begin with postgres://'],
    ['look-ahead maybe', { LOOK_AHEAD: 'maybe' }, 'LOOK_AHEAD is maybe; it can be on, off'],
  ])('%s does not start, and says why', (_what, more, message) => {
    expect(() => readSettings({ ...whole, ...more })).toThrow(message);
  });

  test('everything that is wrong is told at once', () => {
    expect(() => readSettings({ MODE: 'production', PORT: 'x' })).toThrow(SettingsRefused);
    const faults = (() => {
      try {
        readSettings({ MODE: 'production', PORT: 'x' });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(faults.split('\n')).toHaveLength(5);
  });
});
