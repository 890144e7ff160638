// Whom a case is about is asked when the telephone rings, and when somebody applies: over an index, behind the fence too.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

for (const login of ['app', 'worker', 'owner'] as const) {
  for (const comparison of ['&&', '@>']) {
    test(`the ${login} finds cases by their people (${comparison}) without reading all of them`, async () => {
      const client = new pg.Client({ connectionString: hall.urls[login] });
      await client.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.townships', '*', true)`);
        // However few cases there are, the index is taken where it may be.
        await client.query('set local enable_seqscan = off');
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `explain select id from cases where people ${comparison} array['id:99990119840302001X']`,
        );
        expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan on cases_people/);
      } finally {
        await client.end();
      }
    });
  }
}
