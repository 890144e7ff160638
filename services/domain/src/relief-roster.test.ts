// Who may decide on a quick relief. TA2026 = 民政部 财政部 2026-01-29.
import { expect, test } from 'vitest';
import { decidersOn, type RosterStaff } from './relief-roster.ts';

const leader: RosterStaff = { account: 'l', name: '演长', role: 'leader' };
const one: RosterStaff = { account: 'r1', name: '演甲', role: 'reviewer' };
const other: RosterStaff = { account: 'r2', name: '演乙', role: 'reviewer' };
const caseworker: RosterStaff = { account: 'c', name: '演丙', role: 'caseworker' };
const staff = [leader, one, other, caseworker];

function deciders(day: string, { roster = [], usual = 'none' }: Partial<Parameters<typeof decidersOn>[1]> = {}) {
  return decidersOn(day, { staff, roster, usual }).map(({ account, as }) => `${account} ${as}`);
}

test('without a roster the leader decides, and where the place says so its reviewers stand in', () => {
  expect(deciders('2026-09-18')).toEqual(['l leader']);
  expect(deciders('2026-09-18', { usual: 'reviewer' })).toEqual(['l leader', 'r1 usual', 'r2 usual']);
});

test('who is named decides from the first day to the last, and nobody else stands in meanwhile', () => {
  const roster = [{ account: 'r1', from: '2026-09-18', to: '2026-09-19' }];
  expect(deciders('2026-09-17', { roster })).toEqual(['l leader']);
  expect(deciders('2026-09-18', { roster, usual: 'reviewer' })).toEqual(['l leader', 'r1 named']);
  expect(deciders('2026-09-19', { roster })).toEqual(['l leader', 'r1 named']);
  expect(deciders('2026-09-20', { roster, usual: 'reviewer' })).toEqual(['l leader', 'r1 usual', 'r2 usual']);
});

test('who triages is never the one who decides, named or not', () => {
  expect(deciders('2026-09-18', { roster: [{ account: 'c', from: '2026-09-18', to: '2026-09-18' }] })).toEqual(['l leader']);
});
