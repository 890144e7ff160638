// The same proof on cases that PostgreSQL keeps; and what somebody leaves behind who goes past the office with all rights.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { clockProof, findCaseId, systemActor, verifyLedger } from '@zhouji/database';
import { canonicalText, Refusal } from '@zhouji/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extendDecision, ringClocks } from '../../services/database/src/record/clocks.ts';
import { enter } from '../../services/database/src/record/enter.ts';
import { lockCase } from '../../services/database/src/record/lock-case.ts';
import { query } from '../support/database.ts';
import { life, type Life } from './random-history.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const LIVES = 200;

function proofOf(caseId: string) {
  return hall.database.transact(systemActor, hall.at('2026-12-01'), (tx) => clockProof(tx, caseId));
}

function verdictOn(caseId: string) {
  return hall.database.transact(systemActor, hall.at('2026-12-01'), (tx) => verifyLedger(tx, caseId));
}

/** As a superuser who has switched the guards off. */
async function tamper(...statements: [string, unknown[]?][]): Promise<void> {
  await query(hall.urls.admin, 'alter table ledger disable trigger entries_stay');
  try {
    for (const [text, values] of statements) await query(hall.urls.admin, text, values);
  } finally {
    await query(hall.urls.admin, 'alter table ledger enable trigger entries_stay');
  }
}

async function decidedCase(): Promise<string> {
  const caseId = await hall.apply(hall.at('2026-09-01'));
  await hall.untilNotice(caseId, hall.at('2026-09-02'));
  await hall.wake(caseId, hall.at('2026-09-10'));
  await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-10', '10:00') });
  return caseId;
}

test('a case from application to award proves each of its limits from its ledger', async () => {
  const caseId = await decidedCase();
  const proof = await proofOf(caseId);
  expect(proof).toMatchObject({ holds: true, faults: [], differences: [], chain: { holds: true } });
  const decision = proof.clocks.find(({ kind }) => kind === 'decision');
  expect(decision).toMatchObject({
    startedOn: '2026-09-02',
    days: 20,
    parameter: 'total.delegated@2022-10-20',
    dueOn: '2026-09-30',
    state: 'met',
  });
  expect(proof.entries[decision?.startedBy.seq ?? 0]).toEqual({ kind: 'intake.accepted', day: '2026-09-02' });
  expect(proof.entries[decision?.stoppedBy?.seq ?? 0]).toEqual({ kind: 'confirm.confirmed', day: '2026-09-10' });
  // GOVINFO 26: within twenty working days; until somebody shows that it hangs where the household lives.
  expect(proof.clocks.find(({ kind }) => kind === 'publication')).toMatchObject({ dueOn: '2026-10-14', days: 20, state: 'running' });
});

test('a case is found by its receipt too', async () => {
  const caseId = await decidedCase();
  const [{ receipt } = { receipt: '' }] = await query<{ receipt: string }>(hall.urls.admin, 'select receipt from cases where id = $1', [
    caseId,
  ]);
  const find = (text: string) => hall.database.transact(systemActor, hall.at('2026-12-01'), (tx) => findCaseId(tx, text));
  expect(await find(receipt)).toBe(caseId);
  await expect(find('DB26-00000000')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('M57 18: a difference that the verification finds is told within two working days, or the limit rings', async () => {
  const caseId = await hall.apply(hall.at('2026-09-01'));
  await hall.give(caseId, 'caseworker', { kind: 'intake', outcome: 'accepted', at: hall.at('2026-09-01') });
  const tell = (kind: 'verification.differs' | 'difference-notice.done', day: string) =>
    hall.database.transact(systemActor, hall.at(day), async (tx) => enter(tx, await lockCase(tx, { caseId }), { kind, round: 1 }));
  await tell('verification.differs', '2026-09-03');
  expect(await hall.clock(caseId, 'difference-told')).toMatchObject({ dueOn: '2026-09-07', state: 'running' });
  await tell('difference-notice.done', '2026-09-08');
  expect(await hall.clock(caseId, 'difference-told')).toMatchObject({ state: 'missed' });
  expect(await proofOf(caseId)).toMatchObject({ holds: true });
});

test(`over ${LIVES} random histories in PostgreSQL, the limits replayed are those that are stored`, async () => {
  await fc.assert(
    fc.asyncProperty(life, async (one) => {
      const caseId = await hall.apply(one.begins);
      await live(caseId, one);
      const { holds, chain, faults, differences } = await proofOf(caseId);
      expect({ holds, chain: chain.holds, faults, differences }).toEqual({ holds: true, chain: true, faults: [], differences: [] });
    }),
    { numRuns: LIVES },
  );
}, 240_000);

async function live(caseId: string, { begins, happenings }: Life): Promise<void> {
  let at = Date.parse(begins);
  for (const { after, happening: one } of happenings) {
    at += after * 3_600_000;
    if (one.what === 'calendar' || (one.what === 'entry' && one.kind === 'applied')) continue;
    try {
      await hall.database.transact(systemActor, new Date(at).toISOString(), async (tx) => {
        const frame = await lockCase(tx, { caseId });
        if (one.what === 'ring') ringClocks(tx, frame, (entry) => enter(tx, frame, entry));
        else if (one.what === 'extend') extendDecision(tx, frame, { reason: one.reason }, (entry) => enter(tx, frame, entry));
        else enter(tx, frame, { kind: one.kind, ...(one.data ? { data: one.data } : {}) });
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

test('one changed entry, one taken out, two swapped and one added at the end are found at their places', async () => {
  const change = await decidedCase();
  await tamper([`update ledger set at = at + interval '1 minute' where case_id = $1 and seq = 4`, [change]]);
  expect(await verdictOn(change)).toEqual({ holds: false, seq: 4, fault: 'changed' });

  const removal = await decidedCase();
  await tamper([`delete from ledger where case_id = $1 and seq = 6`, [removal]]);
  expect(await verdictOn(removal)).toEqual({ holds: false, seq: 6, fault: 'missing' });

  const cut = await decidedCase();
  const [{ last } = { last: 0 }] = await query<{ last: number }>(
    hall.urls.admin,
    'select max(seq) as last from ledger where case_id = $1',
    [cut],
  );
  await tamper([`delete from ledger where case_id = $1 and seq = $2`, [cut, last]]);
  expect(await verdictOn(cut)).toEqual({ holds: false, seq: last, fault: 'missing' });

  const swap = await decidedCase();
  await tamper(
    [`update ledger set seq = -seq where case_id = $1 and seq in (3, 5)`, [swap]],
    [`update ledger set seq = case seq when -3 then 5 else 3 end where case_id = $1 and seq < 0`, [swap]],
  );
  expect(await verdictOn(swap)).toEqual({ holds: false, seq: 3, fault: 'changed' });

  const addition = await decidedCase();
  await query(
    hall.urls.admin,
    `insert into ledger (case_id, township, at, kind, step_round, "by", by_name, data, seq, hash)
     select case_id, township, at, 'document.attached', null, null, '系统', '{}', seq + 1,
       chain_hash(hash, seq + 1, case_id, township, at, 'document.attached', null, null, '系统', '{}')
     from ledger where case_id = $1 order by seq desc limit 1`,
    [addition],
  );
  expect(await verdictOn(addition)).toMatchObject({ holds: false, fault: 'added' });

  const untouched = await decidedCase();
  expect(await verdictOn(untouched)).toMatchObject({ holds: true });
});

test('a limit that was stored otherwise than its ledger gives is named, with what it should be', async () => {
  const caseId = await decidedCase();
  await query(hall.urls.admin, `update clock set due_on = '2026-12-31' where case_id = $1 and kind = 'decision'`, [caseId]);
  expect(await proofOf(caseId)).toMatchObject({
    holds: false,
    chain: { holds: true },
    differences: [{ kind: 'decision', round: 1, column: 'dueOn', replayed: '2026-09-30', stored: '2026-12-31' }],
  });
  await query(hall.urls.admin, `delete from clock where case_id = $1 and kind = 'decision'`, [caseId]);
  expect((await proofOf(caseId)).differences).toEqual([{ kind: 'decision', round: 1, column: null, replayed: '2026-09-30', stored: null }]);
});

test('the command prints the proof of a case by its receipt, and ends with 1 when it does not hold', async () => {
  const caseId = await decidedCase();
  const [{ receipt } = { receipt: '' }] = await query<{ receipt: string }>(hall.urls.admin, 'select receipt from cases where id = $1', [
    caseId,
  ]);
  const whole = await runProof(receipt);
  expect(whole.code).toBe(0);
  expect(whole.printed).toMatch(/decision +审核确认总时限 .* met, due 2026-09-30/);
  expect(whole.printed).toMatch(/started by +entry \d+ \(intake\.accepted, 2026-09-02\)/);
  expect(whole.printed).toMatch(/length +20 working-days, total\.delegated@2022-10-20/);
  expect(whole.printed).toContain('chain: whole');
  expect(whole.printed).toContain('replayed equals stored: yes');

  await query(hall.urls.admin, `update clock set state = 'missed' where case_id = $1 and kind = 'decision'`, [caseId]);
  const broken = await runProof(caseId);
  expect(broken.code).toBe(1);
  expect(broken.printed).toContain('decision 1, state: replayed met, stored missed');
  expect(broken.printed).toContain('replayed equals stored: no');
  expect(await runProof('DB26-00000000')).toMatchObject({ code: 1, printed: '' });
  expect(await runProof()).toMatchObject({ code: 1, printed: '' });
}, 180_000);

function runProof(...words: string[]): Promise<{ code: number; printed: string }> {
  const program = fileURLToPath(new URL('../../services/worker/src/clock-proof.ts', import.meta.url));
  return new Promise((done) => {
    execFile(process.execPath, [program, ...words], { env: { ...process.env, DATABASE_URL: hall.urls.worker } }, (error, stdout) =>
      done({ code: Number(error?.code ?? 0), printed: stdout }),
    );
  });
}

test('the database writes an entry in the same form, and hashes it to the same', async () => {
  const strange = fc
    .jsonValue({ maxDepth: 3 })
    .filter((value) => !JSON.stringify(value).includes('\\u0000') && !/\\ud[89a-f]/.test(JSON.stringify(value)));
  const values = fc.sample(strange, 300).filter((value) => !/\de[+-]?\d/.test(JSON.stringify(value)));
  const written = await query<{ text: string }>(
    hall.urls.admin,
    'select canonical_text(value::jsonb) as text from unnest($1::text[]) with ordinality as given(value, place) order by place',
    [values.map((value) => JSON.stringify(value))],
  );
  expect(written.map(({ text }) => text)).toEqual(values.map((value) => canonicalText(value)));
  const caseId = await decidedCase();
  const otherwise = await query(
    hall.urls.admin,
    `select seq from (
       select l.*, coalesce(lag(hash) over (order by seq), '') as before from ledger l where case_id = $1
     ) as chained where hash <> chain_hash(before, seq, case_id, township, at, kind, step_round, "by", by_name, data)`,
    [caseId],
  );
  expect(otherwise).toEqual([]);
});
