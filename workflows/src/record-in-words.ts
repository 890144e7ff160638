/** For tests of statutes: a record as a list of lines, and what the law wants after it. */
import { foresee } from './foresee.ts';
import type { Settled, Statute } from './process.ts';

/** What the statute wants next after these steps, `<table>:<kind>[:<round>] <outcome>`, or how it has ended. */
export async function nextAfter(statute: Statute, record: readonly string[]): Promise<string[] | string> {
  const { wanted, ending } = await foresee(statute, record.map(settledIn));
  return ending ?? wanted.map(({ step, kind, round }) => `${step}:${kind}:${round}`);
}

function settledIn(line: string): Settled {
  const [key = '', outcome = ''] = line.split(' ');
  const [step, kind = '', round = '1'] = key.split(':');
  if (step !== 'task' && step !== 'period' && step !== 'act') throw new Error(`"${line}" names no table`);
  return { step, kind, round: Number(round), outcome };
}
