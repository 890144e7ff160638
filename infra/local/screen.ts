import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { demoCast } from '@zhouji/database';
import type { Stack } from './stack.ts';

type CastMember = (typeof demoCast)[number];

/** The short screen at the end of a start: where to go, who to be, how to stop. */
export async function screenOf(stack: Stack, lines: string[] = []): Promise<string> {
  const { timings } = stack;
  return [
    '',
    `  周济 · Zhouji is running: ${stack.url}      (ready in ${((timings['total'] ?? 0) / 1000).toFixed(1)} s)`,
    ...lines.map((line) => `  ${line}`),
    '',
    ...(await castLines()).map((line) => `  ${line}`),
    '',
    '  Ctrl-C stops everything and keeps the data; "npm run reset" empties it.',
    '',
  ].join('\n');
}

/** A running system is worth more than its list of people: when the list cannot be read, that is said in its place. */
async function castLines(): Promise<string[]> {
  try {
    return castTable(await readCast());
  } catch (error) {
    return [`(The list of demo people could not be read: ${(error as Error).message})`];
  }
}

/** Read in a process of its own: the database package would weigh on this one, which does nothing but watch, for as long as it runs. */
async function readCast(): Promise<CastMember[]> {
  const print = `import('@zhouji/database').then(({ demoCast }) => console.log(JSON.stringify(demoCast)))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', print], { cwd: import.meta.dirname });
  return JSON.parse(stdout) as CastMember[];
}

function castTable(cast: CastMember[]): string[] {
  const wide = (key: 'username' | 'password' | 'role') => Math.max(...cast.map((member) => member[key].length));
  const [username, password, role] = [wide('username'), wide('password'), wide('role')];
  return [
    'Demo people (they exist in the demo alone): name to sign in with, password, role',
    ...cast.map(
      (member) =>
        `  ${member.username.padEnd(username)}  ${member.password.padEnd(password)}  ${member.role.padEnd(role)}  ${member.name.zh}`,
    ),
  ];
}
