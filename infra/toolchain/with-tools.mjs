// Runs a command under the pinned Node and pnpm, from whatever Node (18 or later) started it.
//
//   node infra/toolchain/with-tools.mjs node infra/local/start.ts …
//
// Two installs happen here and nowhere else, each only when its lockfile has changed since the last time:
// the toolchain itself (npm, from infra/toolchain/package-lock.json) and the workspace (pnpm, from pnpm-lock.yaml).
// No install script runs in either. Plain JavaScript on purpose: the Node that reads this file may not know TypeScript.
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = fs;
const toolchain = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(toolchain));
const bin = join(toolchain, 'node_modules', '.bin');
const env = { ...process.env, PATH: [bin, process.env.PATH].filter(Boolean).join(delimiter), ZHOUJI_TOOLS_PID: String(process.pid) };

const [major] = process.versions.node.split('.').map(Number);
if (major < 18)
  stop(
    `Node ${process.versions.node} is too old to start this. Install Node 18 or later; the project brings its own Node for everything else.`,
  );
if (!['linux', 'darwin'].includes(process.platform)) stop(`This runs on Linux and macOS; here is ${process.platform}. On Windows use WSL.`);

install({
  what: 'the pinned Node and pnpm',
  sources: [join(toolchain, 'package.json'), join(toolchain, 'package-lock.json')],
  folder: join(toolchain, 'node_modules'),
  megabytes: 700,
  // Not "npm ci": it wants the pnpm of every platform in the lockfile, also of those that a registry mirror does not carry.
  command: ['npm', ['install', '--no-save', '--prefix', toolchain, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']],
  finish: linkNativePnpm,
});
checkNode();
install({
  what: 'the packages of this project',
  sources: [join(root, 'pnpm-workspace.yaml'), join(root, 'pnpm-lock.yaml')],
  folder: join(root, 'node_modules'),
  megabytes: 2500,
  // Without a terminal pnpm would rather stop than lay a stale node_modules anew.
  command: ['pnpm', ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false', '--reporter=append-only', '--loglevel=error']],
});

const [command, ...args] = process.argv.slice(2);
if (!command) stop('Say what to run: node infra/toolchain/with-tools.mjs COMMAND …');
run(command, args);

function run(command, args) {
  const child = spawn(command, args, { cwd: process.cwd(), env, stdio: 'inherit' });
  child.on('error', (error) => stop(`${command} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));

  // A terminal gives Ctrl-C to the child as well; elsewhere a signal is for this process alone and is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  // An npm that was killed outright passes nothing on, and the shell between it and this process notices nothing: its end is seen here.
  const above = parents();
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (parents() !== above) child.kill('SIGTERM');
    }, 1000).unref();
  }
}

/** Parent and grandparent of this process; outside of Linux the parent alone. */
function parents() {
  const stat = read(`/proc/${process.ppid}/stat`);
  return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`;
}

/** Installs when what decides about it has changed since the last time. Two commands may come here at once: one installs, the other waits. */
function install({ what, sources, folder, megabytes, command: [tool, args], finish }) {
  const stamp = join(folder, '.installed');
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${finish?.name}`);
  for (const source of sources) hash.update(readFileSync(source));
  const wanted = hash.digest('hex');
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isInstalled()) return;

  const unlock = lock(what);
  try {
    if (isInstalled()) return;
    requireDiskSpace(what, megabytes);
    console.error(`Installing ${what} (once; next time it is there) …`);
    const began = Date.now();
    rmSync(stamp, { force: true });
    const result = spawnSync(tool, args, { cwd: root, env: quiet(env), stdio: ['ignore', 2, 2] });
    if (result.error?.code === 'ENOENT')
      stop(`${tool} was not found on the PATH. It comes with Node: install Node with npm and start again.`);
    if (result.error) stop(`${tool} could not be started: ${result.error.message}`);
    if (result.signal) stop(`Installing ${what} was broken off (${result.signal}). Start again.`);
    if (result.status !== 0) {
      stop(
        `Installing ${what} failed; the reason stands above. If it is the network or the package registry: check with "npm ping",\n` +
          '  set "npm config set registry …" if your office has a mirror, and start again.',
      );
    }
    finish?.();
    mkdirSync(folder, { recursive: true });
    writeFileSync(stamp, wanted);
    console.error(`Installing ${what}: done in ${Math.round((Date.now() - began) / 1000)} s`);
  } finally {
    unlock();
  }
}

/** What pnpm's own install script would do: put its native program in the place of the slow one. Where that fails, the slow one serves. */
function linkNativePnpm() {
  spawnSync(join(bin, 'node'), [join(toolchain, 'node_modules', 'pnpm', 'install.js')], {
    cwd: join(toolchain, 'node_modules', 'pnpm'),
    env: quiet(env),
    stdio: 'ignore',
  });
}

/** What the surrounding npm was told is not meant for this one. */
function quiet(variables) {
  return Object.fromEntries(
    Object.entries(variables).filter(
      ([name]) => !/^npm_(config_(prefix|global|omit|include|production|workspace|workspaces)$|lifecycle|package)/i.test(name),
    ),
  );
}

function checkNode() {
  const { stdout, error } = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' });
  if (error || !stdout) {
    rmSync(join(toolchain, 'node_modules', '.installed'), { force: true });
    stop(
      `The pinned Node does not run on this system (${process.platform}, ${process.arch})${error ? `: ${error.message}` : ''}. It needs Linux with glibc on x64 or arm64, or macOS on arm64.`,
    );
  }
}

function lock(what) {
  const file = join(toolchain, '.installing');
  for (let said = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      const unlock = () => rmSync(file, { force: true });
      process.once('exit', unlock);
      return unlock;
    } catch (error) {
      if (error.code !== 'EEXIST')
        stop(`${toolchain} is not writable (${error.code}): ${what} cannot be installed there. Use a checkout that belongs to you.`);
    }
    const holder = Number(read(file));
    if (!holder || !isAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!said) console.error(`Another command (process ${holder}) is installing; waiting for it …`);
    said = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function requireDiskSpace(what, megabytes) {
  // The first Node 18 releases cannot tell.
  const free = fs.statfsSync ? Math.floor((fs.statfsSync(root).bavail * fs.statfsSync(root).bsize) / 1e6) : Infinity;
  if (free < megabytes)
    stop(`Installing ${what} needs about ${megabytes} MB of disk; ${free} MB are free at ${root}. Free some space and start again.`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
