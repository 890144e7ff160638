// Runs a command under the pinned Node and pnpm, from whatever Node (18 or later) started it.
//
//   node infra/toolchain/with-tools.mjs node infra/local/start.ts …
//
// Two installs happen here and nowhere else, each only when its lockfile has changed since the last time:
// the toolchain itself (npm, from infra/toolchain/package-lock.json) and the workspace (pnpm, from pnpm-lock.yaml).
// No install script runs in either. Plain JavaScript on purpose: the Node that reads this file may not know TypeScript.
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const toolchain = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(toolchain));
const bin = join(toolchain, 'node_modules', '.bin');
const env = { ...process.env, PATH: bin + delimiter + process.env.PATH };

const [major] = process.versions.node.split('.').map(Number);
if (major < 18) stop(`Node ${process.versions.node} is too old to start this. Install Node 18 or later; the project brings its own Node for everything else.`);
if (!['linux', 'darwin'].includes(process.platform)) stop(`This runs on Linux and macOS; here is ${process.platform}. On Windows use WSL.`);

install({
  what: 'the pinned Node and pnpm',
  lock: join(toolchain, 'package-lock.json'),
  folder: join(toolchain, 'node_modules'),
  megabytes: 700,
  // Not "npm ci": it wants the pnpm of every platform in the lockfile, also of those that a registry mirror does not carry.
  command: ['npm', ['install', '--no-save', '--prefix', toolchain, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']],
});
install({
  what: 'the packages of this project',
  lock: join(root, 'pnpm-lock.yaml'),
  folder: join(root, 'node_modules'),
  megabytes: 2500,
  command: ['pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=error']],
});

const [command, ...args] = process.argv.slice(2);
if (!command) stop('Say what to run: node infra/toolchain/with-tools.mjs COMMAND …');

// The child shares the terminal, so Ctrl-C reaches it directly; this process waits for it and passes on only what was sent to itself alone.
const child = spawn(command, args, { cwd: process.cwd(), env, stdio: 'inherit' });
child.on('error', (error) => stop(`${command} could not be started: ${error.message}`));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));

function install({ what, lock, folder, megabytes, command: [tool, args] }) {
  const stamp = join(folder, '.installed');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  const free = Math.floor((statfsSync(root).bavail * statfsSync(root).bsize) / 1e6);
  if (free < megabytes) stop(`Installing ${what} needs about ${megabytes} MB of disk; ${free} MB are free at ${root}. Free some space and start again.`);

  console.error(`Installing ${what} (once; next time it is there) …`);
  rmSync(stamp, { force: true });
  const result = spawnSync(tool, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (result.error?.code === 'ENOENT') stop(`${tool} was not found on the PATH. It comes with Node: install Node with npm and start again.`);
  if (result.status !== 0) {
    stop(`Installing ${what} failed (see above). Without a network, or without a package registry it may reach, this cannot go on:\n` + `  check with "npm ping", set "npm config set registry …" if your office has a mirror, and start again.`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, wanted);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
