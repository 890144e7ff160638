import { stringify } from 'yaml';
import type { Expectation } from './expectation.ts';
import type { Moment } from './moment.ts';
import type { Doing, Scenario, Step } from './scenario-file.ts';

/** How one step went. */
export interface PlayedStep {
  step: Step;
  /** When it was done; null when it was not come to. */
  at: Moment | null;
  who: string | null;
  faults: Fault[];
}

export interface Fault {
  expected: string;
  found: string;
}

/** How a scenario went. `trouble` is what kept it from being played at all. */
export interface Report {
  scenario: Scenario;
  steps: PlayedStep[];
  trouble: string | null;
}

/** Whether everything that the scenario expects came out. */
export function holds({ steps, trouble }: Report): boolean {
  return trouble === null && steps.every(({ at, faults }) => at !== null && faults.length === 0);
}

/** A line per step; under a step that did not hold, what was expected and what was found. */
export function linesOf(report: Report): string[] {
  const { scenario, steps, trouble } = report;
  const lines = [`${holds(report) ? 'holds ' : 'FAILS '} ${scenario.file}: ${scenario.title}`];
  if (trouble !== null) lines.push(`  ${trouble}`);
  for (const { step, at, who, faults } of steps) {
    const mark = at === null ? '-' : faults.length === 0 ? '✓' : '✗';
    lines.push(
      `  ${mark} line ${String(step.line).padEnd(3)} ${(at ?? 'not come to').padEnd(16)}  ${wordsOf(step.do)}${who === null ? '' : `, as ${who}`}${expectationsOf(step)}`,
    );
    for (const { expected, found } of faults) lines.push(`      expected ${expected}`, `      found    ${found}`);
  }
  return lines;
}

/** An expectation as a scenario file writes it. */
export function toldOf({ expected }: Expectation): string {
  return stringify(expected, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function wordsOf(doing: Doing): string {
  if (doing.what === 'task') return `${doing.kind} ${doing.outcome}`;
  return doing.what === 'side' ? doing.command : doing.what;
}

function expectationsOf({ expect }: Step): string {
  return expect.length === 0 ? '' : `: ${expect.length} expected`;
}
