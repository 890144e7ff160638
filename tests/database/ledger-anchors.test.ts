// What is anchored outside of the database, against whoever has every right on it.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anchorHeads, anchorsProof, clockProof, type Database, ledgerProofs, openDatabase, systemActor } from '@zhouji/database';
import { type ChainedEntry, chainText, emptyHead, headsByCase, type LedgerAnchor } from '@zhouji/domain';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../services/database/src/record/enter.ts';
import { anchorFolder, readAnchors } from '../../services/worker/src/anchor-folder.ts';
import { query } from '../support/database.ts';
import { openTownHall, type TownHall } from './town-hall.ts';

let hall: TownHall;
let office: Database;
let folder: string;
beforeAll(async () => {
  hall = await openTownHall();
  office = openDatabase({ url: hall.urls.worker });
});
afterAll(async () => {
  await office.close();
  await hall.close();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhouji-anchors-'));
  await query(hall.urls.admin, 'truncate ledger_anchor, anchored_head');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('whoever writes the whole ledger of a case anew, with its case and its limits, is found by its anchor and by nothing else', async () => {
  const caseId = await decidedCase();
  await anchor();
  await rewriteFromAcceptance(caseId);
  // The chain is whole, and all that is stored follows from it.
  const clocks = await office.transact(systemActor, hall.at('2026-12-01'), (tx) => clockProof(tx, caseId));
  expect(clocks).toMatchObject({ holds: true, chain: { holds: true } });
  const [proof] = await proofsOf(caseId);
  expect(proof).toMatchObject({ holds: false, chain: { holds: true }, contradicted: { seq: 1 } });

  // The next anchor is upon the false one, and takes nothing back.
  await anchor('2026-09-12');
  expect((await proofsOf(caseId))[0]).toMatchObject({ holds: false, anchors: 2, contradicted: { seq: 1 } });
});

test('a ledger that goes on after its anchors is as they say', async () => {
  const caseId = await hall.apply(hall.at('2026-09-01'));
  await anchor('2026-09-01');
  await hall.untilNotice(caseId, hall.at('2026-09-02'));
  await anchor('2026-09-02');
  await hall.wake(caseId, hall.at('2026-09-10'));
  const [proof] = await proofsOf(caseId);
  expect(proof).toMatchObject({ holds: true, anchors: 2, contradicted: null });
  expect(await anchors()).toMatchObject({ faults: [] });
});

test('entries that are cut off with their case, and a case that is taken out whole, are found', async () => {
  const cut = await decidedCase();
  const gone = await hall.apply(hall.at('2026-09-01'));
  await anchor();
  await tamper([
    'with last as (delete from ledger l where case_id = $1 and seq > 3 returning 1) update cases set ledger_count = 3, ledger_head = (select hash from ledger where case_id = $1 and seq = 3) where id = $1',
    [cut],
  ]);
  await query(
    hall.urls.admin,
    `set session_replication_role = replica; delete from ledger where case_id = '${gone}'; delete from cases where id = '${gone}'`,
  );
  expect((await proofsOf(cut))[0]).toMatchObject({ holds: false, chain: { holds: true } });
  expect((await proofsOf(gone))[0]).toMatchObject({ holds: false, receipt: null });
});

test('what is new is anchored, and nothing twice', async () => {
  await decidedCase();
  const first = await anchor();
  expect(first.anchor?.seq).toBe(1);
  expect(await anchor()).toEqual({ anchor: undefined, lacked: false });
  const caseId = await hall.apply(hall.at('2026-09-03'));
  const next = await anchor('2026-09-03');
  expect(next.anchor).toMatchObject({ seq: 2, before: first.anchor?.hash, heads: [[caseId, expect.any(Number), expect.any(String)]] });
});

test('ten workers that anchor at once anchor each ledger once', async () => {
  await decidedCase();
  const made = await Promise.all(Array.from({ length: 10 }, () => anchor()));
  expect(made.flatMap((one) => one.anchor ?? [])).toHaveLength(1);
  expect(await anchors()).toMatchObject({ faults: [] });
});

test('an anchor that stands outside when the worker dies before the database knows of it is one, and a torn line is none', async () => {
  await decidedCase();
  const store = anchorFolder(folder);
  const dying = office.transact(systemActor, hall.at('2026-09-11'), async (tx) => {
    await anchorHeads(tx, store);
    throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  appendFileSync(fileOf(), '{"seq":2,"at":"2026-');
  const [written] = readAnchors(folder);
  expect((await anchor()).anchor).toEqual(written);
  await hall.apply(hall.at('2026-09-11'));
  expect((await anchor()).anchor).toMatchObject({ seq: 2, before: written?.hash });
  expect(readAnchors(folder)).toHaveLength(2);
  expect(await anchors()).toMatchObject({ faults: [] });
});

test('anchors that are taken away, changed or swapped are named, and everything is anchored anew', async () => {
  const caseId = await decidedCase();
  await anchor();
  await hall.apply(hall.at('2026-09-11'));
  await anchor();
  const whole = readFileSync(fileOf(), 'utf8');
  const [one = '', two = ''] = whole.split('\n');

  writeFileSync(fileOf(), `${one}\n`);
  expect(await faultsOf()).toEqual([{ seq: 2, fault: 'cut' }]);
  writeFileSync(fileOf(), `${two}\n${one}\n`);
  expect((await faultsOf()).map(({ fault }) => fault)).toContain('missing');
  const false_: LedgerAnchor = { ...(JSON.parse(two) as LedgerAnchor), heads: [[caseId, 3, 'false']] };
  writeFileSync(fileOf(), `${one}\n${JSON.stringify(false_)}\n`);
  expect(await faultsOf()).toEqual([{ seq: 2, fault: 'changed' }]);

  rmSync(fileOf());
  const again = await anchor();
  expect(again).toMatchObject({ lacked: true, anchor: { seq: 3, before: (JSON.parse(two) as LedgerAnchor).hash } });
  expect(again.anchor?.heads.some(([id]) => id === caseId)).toBe(true);
  expect((await faultsOf()).map(({ seq, fault }) => `${seq} ${fault}`)).toEqual(['1 cut', '2 cut', '3 missing']);
});

test('the command proves all ledgers, names the one that was rewritten, and ends with 1', async () => {
  const caseId = await decidedCase();
  await anchor();
  expect(await prove()).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/anchors: 1, whole\nledgers: \d+, whole and as anchored/),
  });
  await rewriteFromAcceptance(caseId);
  const found = await prove();
  expect(found.code).toBe(1);
  expect(found.printed).toContain(`${caseId}  chain whole`);
  expect(found.printed).toMatch(/otherwise than anchor 1 says at entry \d+/);
  expect((await prove(caseId)).code).toBe(1);
  expect(await prove('DB26-00000000')).toMatchObject({ code: 1 });
}, 120_000);

test('the logins of the office can take back no anchor', async () => {
  const rights = await query<{ login: string; privilege: string }>(
    hall.urls.admin,
    `select login, privilege from unnest(array['zhouji_app', 'zhouji_worker']) login, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) privilege
     where has_table_privilege(login, 'ledger_anchor', privilege)`,
  );
  expect(rights).toEqual([]);
  await anchor();
  await expect(query(hall.urls.admin, 'delete from ledger_anchor')).rejects.toMatchObject({ code: 'ZJAPP' });
});

function anchor(day = '2026-09-11') {
  return office.transact(systemActor, hall.at(day), (tx) => anchorHeads(tx, anchorFolder(folder)));
}

function anchors() {
  return office.transact(systemActor, hall.at('2026-12-01'), (tx) => anchorsProof(tx, () => readAnchors(folder)));
}

async function faultsOf() {
  return (await anchors()).faults;
}

function proofsOf(caseId: string) {
  return office.transact(systemActor, hall.at('2026-12-01'), (tx) => ledgerProofs(tx, [caseId], headsByCase(readAnchors(folder))));
}

function fileOf(): string {
  const [name = ''] = readdirSync(folder);
  return join(folder, name);
}

function prove(...names: string[]): Promise<{ code: number; printed: string }> {
  const program = fileURLToPath(new URL('../../services/worker/src/ledger-proof.ts', import.meta.url));
  const env = { ...process.env, DATABASE_URL: hall.urls.worker, ANCHOR_FOLDER: folder };
  return new Promise((done) => {
    execFile(process.execPath, [program, ...names], { env }, (error, stdout) => done({ code: Number(error?.code ?? 0), printed: stdout }));
  });
}

async function decidedCase(): Promise<string> {
  const caseId = await hall.apply(hall.at('2026-09-01'));
  await hall.untilNotice(caseId, hall.at('2026-09-02'));
  await hall.wake(caseId, hall.at('2026-09-10'));
  await hall.give(caseId, 'leader', { kind: 'confirm', outcome: 'confirmed', at: hall.at('2026-09-10', '10:00') });
  return caseId;
}

/** As a superuser would who knows the program: another name for who confirmed, every later hash, and the case. */
async function rewriteFromAcceptance(caseId: string): Promise<void> {
  const entries = await query<ChainedEntry & { id: string }>(
    hall.urls.admin,
    `select id, seq, case_id as "caseId", township, at, kind, step_round as "stepRound", "by", by_name as "byName", data from ledger where case_id = $1 order by seq`,
    [caseId],
  );
  let head: string = emptyHead;
  const statements: [string, unknown[]][] = [];
  for (const { id, ...entry } of entries) {
    const told = { ...entry, at: new Date(entry.at).toISOString(), byName: entry.kind === 'confirm.confirmed' ? '别人' : entry.byName };
    head = sha256(chainText(head, told));
    statements.push(['update ledger set by_name = $2, hash = $3 where id = $1', [id, told.byName, head]]);
  }
  await tamper(...statements, ['update cases set ledger_head = $2 where id = $1', [caseId, head]]);
}

async function tamper(...statements: [string, unknown[]][]): Promise<void> {
  await query(hall.urls.admin, 'alter table ledger disable trigger entries_stay');
  try {
    for (const [text, values] of statements) await query(hall.urls.admin, text, values);
  } finally {
    await query(hall.urls.admin, 'alter table ledger enable trigger entries_stay');
  }
}
