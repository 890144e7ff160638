import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startedProjects, stillProjects } from './projects.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = join(ROOT, '.cache', `test-report-${process.pid}.json`);

export const projectNames = [...Object.keys(stillProjects), ...startedProjects];

/** What of vitest's JSON report is read. */
interface Report {
  numPassedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string }[] }[];
}

/**
 * Runs vitest over these projects, its output going through, and counts. A project without a test has failed, unless files
 * were picked out; the rules of law must be covered by the tests beside them.
 */
export async function runTests({
  projects,
  filters,
}: {
  projects: string[];
  filters: string[];
}): Promise<{ passed: number; failures: string[] }> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const whole = projects.includes('unit') ? ['--coverage'] : [];
  const extent = filters.length > 0 ? ['--passWithNoTests'] : whole;
  const code = await vitest(['run', ...reporters, ...extent, ...projects.flatMap((name) => ['--project', name]), ...filters]);
  if (!existsSync(REPORT)) return { passed: 0, failures: ['vitest ended without a report'] };
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  rmSync(REPORT);

  const failures = report.testResults.flatMap((file) => failuresOf(file));
  if (filters.length === 0) failures.push(...emptyOf(projects, report));
  // Such as an error outside of every test, or a server that could not be started or stopped.
  if (code !== 0 && failures.length === 0) failures.push('vitest failed outside of the tests, or the rules are not covered; see above');
  return { passed: report.numPassedTests, failures };
}

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(ROOT, name);
  const failed = assertionResults
    .filter((test) => test.status !== 'passed')
    .map((test) => `${file}: ${test.fullName}${test.status === 'failed' ? '' : ` (${test.status}: it did not run)`}`);
  if (failed.length === 0 && status !== 'passed') return [`${file}: ${message.split('\n')[0] || 'the file failed outside of its tests'}`];
  return failed;
}

function emptyOf(projects: string[], report: Report): string[] {
  const files = report.testResults.filter(({ assertionResults }) => assertionResults.length > 0).map(({ name }) => relative(ROOT, name));
  return projects
    .filter((project) => {
      const globs = stillProjects[project] ?? [`tests/${project}/**/*.test.ts`];
      return !files.some((file) => globs.some((glob) => matchesGlob(file, glob)));
    })
    .map((project) => `${project}: there is no test of this kind`);
}

function vitest(args: string[]): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn('pnpm', ['exec', 'vitest', ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    // Ctrl-C reaches it by itself; this process waits for it to stop its servers.
    process.on('SIGINT', () => {});
  });
}
