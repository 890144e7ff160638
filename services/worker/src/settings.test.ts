import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const office = { DATABASE_URL: 'postgres://there', MODE: 'demo', TEMPORAL_ADDRESS: '127.0.0.1:7233' };
const sandbox = { DATABASE_URL: 'postgres://there', MODE: 'sandbox', TEST_SERVER_PATH: '/there', SANDBOX_CLOCK_PORT: '4000' };

test('a worker without a database does not start, and says what is missing', () => {
  expect(() => readSettings({ ...office, DATABASE_URL: '' })).toThrow('DATABASE_URL is not set');
});

test('a worker of an office needs a Temporal server, and one of a sandbox brings its own', () => {
  expect(() => readSettings({ ...office, TEMPORAL_ADDRESS: undefined })).toThrow('TEMPORAL_ADDRESS');
  expect(() => readSettings({ ...sandbox, TEMPORAL_ADDRESS: '127.0.0.1:7233' })).toThrow('brings its own');
  expect(readSettings(sandbox).temporalAddress).toBeUndefined();
});

test('the time on the wall of the sandbox is that of Shanghai', () => {
  const from = readSettings({ ...sandbox, SANDBOX_FROM: '2026-09-01T09:00' }).sandbox?.from ?? '';
  expect(new Date(from).toISOString()).toBe('2026-09-01T01:00:00.000Z');
  expect(() => readSettings({ ...sandbox, SANDBOX_FROM: 'tomorrow' })).toThrow('SANDBOX_FROM is tomorrow');
});

test('production pays through a bank that is agreed upon: its address, key and account, and nothing that is made to die', () => {
  const production = {
    DATABASE_URL: 'postgres://there',
    MODE: 'production',
    TEMPORAL_ADDRESS: 'temporal:7233',
    BANK_URL: 'https://bank.example',
  };
  const whole = { ...production, BANK_SECRET: 'x'.repeat(32), BANK_PAYER: '6200' };
  expect(readSettings(whole).bank).toMatchObject({ url: 'https://bank.example', payer: '6200' });
  expect(() => readSettings({ ...whole, BANK_SECRET: 'x'.repeat(31) })).toThrow('BANK_SECRET is too short');
  expect(() => readSettings({ ...whole, BANK_URL: 'http://bank.example' })).toThrow('https://');
  expect(() => readSettings({ ...whole, BANK_URL: 'bank' })).toThrow('BANK_URL is bank');
  expect(() => readSettings({ ...whole, BANK_PAYER: '' })).toThrow('BANK_PAYER');
  expect(() => readSettings({ ...whole, FAILPOINTS: '/tmp' })).toThrow('FAILPOINTS');
  expect(readSettings({ ...whole, BANK_URL: '' }).bank).toBeUndefined();
});
