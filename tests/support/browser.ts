// A browser without any system package: an installed Chromium when there is one, else the one from the package registry, with a Chinese font.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core';
import { ROOT } from './sources.ts';

const CACHE = join(ROOT, '.cache');
const require = createRequire(import.meta.url);

/**
 * Not the arguments that the registry's Chromium recommends for itself: `--single-process` dies with its first context, and `--disable-web-security`
 * would make every test of CSP and origins pass.
 */
const ARGUMENTS = ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'];

/** Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findInstalled() ?? (await unpackFromRegistry());
  const env: LaunchOptions['env'] = { ...process.env, FONTCONFIG_FILE: fontConfiguration(), ...missingLibraries(executablePath) };
  return chromium.launch({ executablePath, args: ARGUMENTS, env, timeout: 60_000 });
}

/** A visitor of their own: no cookie of anybody else, the language and time zone of the office. */
export function newVisitor(
  browser: Browser,
  { locale = 'zh-CN', javaScript = true, width = 1280 }: { locale?: 'zh-CN' | 'en'; javaScript?: boolean; width?: number } = {},
): Promise<BrowserContext> {
  return browser.newContext({ locale, timezoneId: 'Asia/Shanghai', javaScriptEnabled: javaScript, viewport: { width, height: 900 } });
}

function findInstalled(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !isProgram(named)) throw new Error(`CHROMIUM_PATH says ${named}, and there is no program there that may be run.`);
  return named ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(isProgram);
}

/** Unpacked once per version, under another name first: two test files may do it at once. */
async function unpackFromRegistry(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packageFolder('@sparticuz/chromium'), 'package.json'), 'utf8')) as { version: string };
  const home = join(CACHE, `chromium-${version}`);
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    const outer = process.env['TMPDIR'];
    process.env['TMPDIR'] = draft;
    try {
      const { default: packed, inflate } = await import('@sparticuz/chromium');
      await packed.executablePath();
      if (lacksLibraries(join(draft, 'chromium'))) await inflate(join(packageFolder('@sparticuz/chromium'), 'bin', 'al2023.tar.br'));
      if (!existsSync(home)) renameSync(draft, home);
    } finally {
      if (outer === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = outer;
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return join(home, 'chromium');
}

/** The registry's Chromium brings the few libraries that a bare system may lack. */
function missingLibraries(executablePath: string): Record<string, string> {
  const libraries = join(dirname(executablePath), 'al2023', 'lib');
  return existsSync(libraries) ? { LD_LIBRARY_PATH: libraries } : {};
}

function lacksLibraries(executablePath: string): boolean {
  return /not found/.test(spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout ?? '');
}

/** Without a Chinese font every screenshot is boxes. The system's fonts are left out: pages look the same on every machine. */
function fontConfiguration(): string {
  const file = join(CACHE, 'fonts', 'fonts.conf');
  const fonts = packageFolder('@expo-google-fonts/noto-sans-sc');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}/400Regular</dir>
  <dir>${fonts}/700Bold</dir>
  <cachedir>${join(CACHE, 'fonts', 'cache')}</cachedir>
  <match><edit name="family" mode="append" binding="same"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`,
  );
  return file;
}

function packageFolder(name: string): string {
  const main = require.resolve(name);
  return main.slice(0, main.lastIndexOf(`/${name}/`) + name.length + 1);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
