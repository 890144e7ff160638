import type { ProcessName } from '@zhouji/domain';
import { statutes } from '@zhouji/workflows/statutes';

const maps = new Map<ProcessName, Promise<Record<string, unknown>>>();
/** Two rounds show every edge. */
const ROUNDS = 2;

/** Every step that the statute of a process can ask for, and what follows from each outcome. Explored once: it changes with the code only. */
export function processMapOf(process: ProcessName): Promise<Record<string, unknown>> {
  const known = maps.get(process) ?? drawn(process);
  maps.set(process, known);
  return known;
}

async function drawn(process: ProcessName): Promise<Record<string, unknown>> {
  // Loaded when first asked for: nobody needs the explorer to start.
  const [{ explore }, { groundOf }] = await Promise.all([import('@zhouji/workflows/explore'), import('@zhouji/workflows/ground')]);
  const { map } = await explore(statutes[process], groundOf(process, ROUNDS));
  return { process, ...map };
}
