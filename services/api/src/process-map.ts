import type { Programme } from '@zhouji/domain';
import { statutes } from '@zhouji/workflows/statutes';

const maps = new Map<Programme, Promise<Record<string, unknown>>>();
/** Two rounds show every edge. */
const ROUNDS = 2;

export function hasProcess(programme: Programme): boolean {
  return statutes[programme] !== undefined;
}

/** Every step that the statute of a programme can ask for, and what follows from each outcome. Explored once: it changes with the code only. */
export function processMapOf(programme: Programme): Promise<Record<string, unknown>> {
  const known = maps.get(programme) ?? drawn(programme);
  maps.set(programme, known);
  return known;
}

async function drawn(programme: Programme): Promise<Record<string, unknown>> {
  // Loaded when first asked for: nobody needs the explorer to start.
  const [{ explore }, { groundOf }] = await Promise.all([import('@zhouji/workflows/explore'), import('@zhouji/workflows/ground')]);
  const statute = statutes[programme];
  if (!statute) throw new Error(`No statute for ${programme}`);
  const { map } = await explore(statute, groundOf(programme, ROUNDS));
  return { programme, ...map };
}
