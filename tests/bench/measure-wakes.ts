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
