// npm run scenario -- FILE…: plays whole cases against the sandbox; exit 0 when everything that the files expect came out.
import { PlainError } from '@zhouji/local';
import { findSandbox, type FoundSandbox } from './find-sandbox.ts';
import { play } from './player.ts';
import { holds, linesOf } from './report.ts';
import { readScenario } from './scenario-file.ts';
import { SourceRefused } from './source.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(files: string[]): Promise<number> {
  if (files.length === 0) {
    console.error('Say which files to play: npm run scenario -- tests/statutes/subsistence-allowance/*.yaml');
    return 2;
  }
  const scenarios = readAll(files);
  if (!scenarios) return 2;
  const found = await findOrTell();
  if (!found) return 2;
  const { sandbox, stop } = found;
  try {
    let failed = 0;
    for (const scenario of scenarios) {
      const report = await play(scenario, sandbox);
      console.log(linesOf(report).join('\n'));
      if (!holds(report)) failed++;
    }
    console.log(`${scenarios.length - failed} held, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await stop();
  }
}

/** What a person can put right is told in plain words, without a stack. */
async function findOrTell(): Promise<FoundSandbox | undefined> {
  try {
    return await findSandbox();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    return undefined;
  }
}

/** All files are read before the first is played. */
function readAll(files: string[]): ReturnType<typeof readScenario>[] | undefined {
  const complaints: string[] = [];
  const scenarios = files.flatMap((file) => {
    try {
      return [readScenario(file)];
    } catch (error) {
      if (error instanceof SourceRefused) complaints.push(...error.complaints);
      else complaints.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  if (complaints.length === 0) return scenarios;
  console.error(complaints.join('\n'));
  return undefined;
}
