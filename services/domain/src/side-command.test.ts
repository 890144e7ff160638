import { expect, test } from 'vitest';
import { sideCommandsFor } from './side-command.ts';

const open = { isClosed: false, isApplication: true, onNotice: false, isExtendable: true, isApplicant: false };

test('the window withdraws, reports a death, warns, passes on and takes complaints', () => {
  expect(sideCommandsFor('caseworker', open)).toEqual(['withdraw', 'complain', 'report-death', 'refuse-to-cooperate', 'transfer']);
});

test('an objection is taken down while the notice hangs, and not after [M57 19]', () => {
  expect(sideCommandsFor('reviewer', { ...open, onNotice: true })).toEqual(['object', 'complain']);
  expect(sideCommandsFor('reviewer', open)).toEqual(['complain']);
});

test('whoever confirms may lengthen the limit, while it runs and once [N2022 4(1)]', () => {
  expect(sideCommandsFor('leader', open)).toEqual(['extend']);
  expect(sideCommandsFor('county-leader', open)).toEqual(['extend']);
  expect(sideCommandsFor('leader', { ...open, isExtendable: false })).toEqual([]);
});

test('the applicant withdraws, with an account or without', () => {
  expect(sideCommandsFor('citizen', { ...open, isApplicant: true })).toEqual(['withdraw']);
  expect(sideCommandsFor(null, { ...open, isApplicant: true })).toEqual(['withdraw']);
  expect(sideCommandsFor('citizen', open)).toEqual([]);
});

test('of an award a death is reported and what becomes of the household; what belongs to an application is over', () => {
  const award = { ...open, isApplication: false, isExtendable: false };
  expect(sideCommandsFor('caseworker', award)).toEqual(['report-death', 'report-change', 'record-work-refusal', 'give-up']);
  expect(sideCommandsFor('citizen', { ...award, isApplicant: true })).toEqual(['report-change', 'give-up']);
});

test('whoever is recused only reports [M57 11]', () => {
  expect(sideCommandsFor('caseworker', { ...open, onNotice: true, isRecused: true })).toEqual(['object', 'complain', 'report-death']);
  expect(sideCommandsFor('leader', { ...open, isRecused: true })).toEqual([]);
});

test('in a relief or a call nobody withdraws, and no award is given up', () => {
  expect(sideCommandsFor('caseworker', { ...open, isApplication: false, isExtendable: false, isEvent: true })).toEqual([]);
});

test('in a closed case nothing is done', () => {
  expect(sideCommandsFor('caseworker', { ...open, isClosed: true })).toEqual([]);
});

test('the account of a payee is entered where money may be paid, by the township, and nowhere else [M57 25]', () => {
  expect(sideCommandsFor('caseworker', { ...open, paysOut: true })).toContain('set-payee-account');
  expect(sideCommandsFor('caseworker', open)).not.toContain('set-payee-account');
  for (const role of ['finance-officer', 'leader', 'citizen'] as const)
    expect(sideCommandsFor(role, { ...open, isApplicant: true, paysOut: true })).not.toContain('set-payee-account');
});
