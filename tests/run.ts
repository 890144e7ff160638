// npm test: every check and every test, and one line at the end: "N passed, N failed".
//
//   npm test                                  everything
//   npm test -- --only checks                 the checks alone; or one of them (format, lint, types, svelte, web, knip, generated), or one kind of test
//   npm test -- tests/api/queue.test.ts       the tests of files whose path holds this text
//
// Each check counts as one, and so does each test. What should have run and did not has failed.
import { parseArgs } from 'node:util';
import { type Check, checks } from './checks.ts';
import { stillProjects } from './projects.ts';
import { projectNames, runTests } from './run-tests.ts';

const { values, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true, default: [] } },
});
const wanted = choose(values.only);
const began = performance.now();
let passed = 0;
let failed = 0;
const failures: string[] = [];

for (const check of wanted.checks) {
  heading(check.name);
  const start = performance.now();
  const fault = await check.run().catch((error: unknown) => String(error));
  if (fault === undefined) passed++;
  else {
    failed++;
    failures.push(`${check.name}: ${fault.split('\n')[0]}`);
  }
  console.log(`${fault === undefined ? 'passed' : `FAILED: ${fault}`} (${seconds(start)} s)`);
}

// What starts nothing runs by itself, for only there is coverage counted.
for (const projects of [wanted.projects.filter(isStill), wanted.projects.filter((name) => !isStill(name))]) {
  if (projects.length === 0) continue;
  heading(`tests: ${projects.join(', ')}`);
  const start = performance.now();
  const result = await runTests({ projects, filters });
  passed += result.passed;
  failed += result.failures.length;
  failures.push(...result.failures);
  console.log(`(${seconds(start)} s)`);
}

console.log(`\n${'='.repeat(80)}`);
for (const failure of failures) console.log(`failed: ${failure}`);
if (passed + failed === 0) console.log('Nothing ran.');
console.log(`All of it took ${seconds(began)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function choose(only: string[]): { checks: Check[]; projects: string[] } {
  const known = ['checks', 'tests', ...checks.map((check) => check.name), ...projectNames];
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
    process.exit(2);
  }
  const all = only.length === 0;
  return {
    checks: checks.filter(({ name }) => (all && filters.length === 0) || only.includes('checks') || only.includes(name)),
    projects: projectNames.filter((name) => all || only.includes('tests') || only.includes(name)),
  };
}

function isStill(project: string): boolean {
  return Object.hasOwn(stillProjects, project);
}

function heading(name: string): void {
  console.log(`\n${'='.repeat(80)}\n${name}\n${'='.repeat(80)}`);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
