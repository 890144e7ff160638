// OP2023 3(4): the four ways in which an alert is dealt with.
import { expect, test } from 'vitest';
import { leadFindingOf, leadProgressOf, leadSources, reportedSources } from './lead.ts';

test('each path says which of the four it is, or that nobody is in need', () => {
  expect(leadFindingOf('application', { found: 'not-delivered' })).toBe('not-delivered');
  expect(leadFindingOf('department', { found: 'may-qualify' })).toBe('may-qualify');
  expect(leadFindingOf('discussion')).toBe('complex');
  expect(leadFindingOf('award-check')).toBe('may-no-longer-qualify');
  expect(leadFindingOf('no-need')).toBe('no-need');
  expect(leadFindingOf('relief', { found: 'anything' })).toBe(null);
});

test('whoever reported it learns how far it has come, and nothing of the person', () => {
  const at = (tasks: string[], isClosed = false) => leadProgressOf({ tasks, isClosed });
  expect(at(['lead-receipt'])).toBe('received');
  expect(at(['lead-contact'])).toBe('contacting');
  expect(at(['lead-path'])).toBe('deciding');
  expect(at(['lead-application', 'lead-feedback'])).toBe('helping');
  expect(at([], true)).toBe('done');
});

test('nobody can report what only a match of registers tells', () => {
  expect(Object.keys(leadSources).filter((source) => !reportedSources.some((reported) => reported === source))).toEqual(['data-alert']);
});
