import { existsSync, readFileSync } from 'node:fs';
import type { Stack } from '@zhouji/local';
import type pg from 'pg';

/** Waits until every case's process has been told all that happened; gives the seconds that it took. */
export async function catchUp(db: pg.Pool): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { rows } = await db.query<{ behind: number }>('select count(*)::int as behind from nudge where dirty > sent');
    if (rows[0]!.behind === 0) return Math.round((performance.now() - begun) / 100) / 10;
    if (performance.now() - begun > 300_000) throw new Error(`${rows[0]!.behind} cases are still behind after five minutes`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Nudges open cases all at once; gives how many wakes a second the relay, Temporal and the looks carry through. */
export async function measureWakes(db: pg.Pool, count: number): Promise<number> {
  const before = await db.query<{ looked: number }>('select count(*)::int as looked from nudge');
  const cases = Math.min(count, before.rows[0]!.looked);
  const begun = performance.now();
  await db.query(
    `update nudge set dirty = dirty + 1, dirty_since = now(), due_at = now() where case_id in (select c.id from cases c join nudge n on n.case_id = c.id where c.closed_at is null limit $1)`,
    [cases],
  );
  await db.query(`select pg_notify('cases', '')`);
  await catchUp(db);
  return Math.round((cases / ((performance.now() - begun) / 1000)) * 10) / 10;
}

/** Waits until Temporal and the worker have nothing left to do of what came before: what is measured next pays for itself alone. */
export async function untilIdle(stack: Stack): Promise<void> {
  const pids = [stack.processes.worker.pid, stack.processes.temporal?.pid].filter((pid) => pid !== undefined);
  const deadline = performance.now() + 180_000;
  for (let before = ticksOf(pids); performance.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const now = ticksOf(pids);
    // A tick is a hundredth of a second.
    if (now - before < 10) return;
    before = now;
  }
  throw new Error('Temporal and the worker do not come to rest');
}

/** Processor time of processes, in ticks; 0 where the system does not tell. */
function ticksOf(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) return sum;
    const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + Number(fields[11]) + Number(fields[12]);
  }, 0);
}
