/**
 * `npm run ledger-proof [-- RECEIPT_OR_CASE_ID…]`: whether the ledgers, of all cases or of those that are named, are whole
 * and are what was anchored outside of the database. Reads only. Ends with 1 when anything does not hold.
 */
import {
  anchorsProof,
  caseIdsAfter,
  type Database,
  findCaseId,
  type LedgerProof,
  ledgerProofs,
  openDatabase,
  systemActor,
  type Tx,
} from '@zhouji/database';
import { anchorFaults, headsByCase, Refusal, refusals } from '@zhouji/domain';
import { readAnchors } from './anchor-folder.ts';
import { readProgramSettings } from './settings.ts';

const CASES_AT_ONCE = 500;

if (import.meta.main) await run(process.argv.slice(2));

async function run(names: string[]): Promise<void> {
  const { databaseUrl, anchorFolder } = readProgramSettings(process.env);
  if (!anchorFolder) {
    console.error('Say where the anchors are: ANCHOR_FOLDER=… npm run ledger-proof');
    process.exitCode = 1;
    return;
  }
  const database = openDatabase({ url: databaseUrl, poolSize: 2 });
  try {
    if (!(await prove(database, anchorFolder, names))) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`${refusals[error.code].en} ${JSON.stringify(error.details)}`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

async function prove(database: Database, folder: string, names: readonly string[]): Promise<boolean> {
  const inTx = <Answer>(work: (tx: Tx) => Promise<Answer>) => database.transact(systemActor, new Date().toISOString(), work);
  const { anchors, faults } = await inTx((tx) => anchorsProof(tx, () => readAnchors(folder)));
  for (const { seq, fault } of faults) say(`anchor ${seq}: ${anchorFaults[fault].en}`);
  say(`anchors: ${anchors.length}${faults.length === 0 ? ', whole' : ''}`);

  let holds = faults.length === 0;
  let proven = 0;
  for await (const proofs of batches(inTx, headsByCase(anchors), names)) {
    for (const proof of proofs) if (!proof.holds || names.length > 0) say(lineOf(proof));
    holds = holds && proofs.every((one) => one.holds);
    proven += proofs.length;
  }
  say(`ledgers: ${proven}${holds ? ', whole and as anchored' : ''}`);
  return holds;
}

async function* batches(
  inTx: <Answer>(work: (tx: Tx) => Promise<Answer>) => Promise<Answer>,
  anchors: ReturnType<typeof headsByCase>,
  names: readonly string[],
): AsyncGenerator<LedgerProof[]> {
  if (names.length > 0) {
    yield await inTx(async (tx) => ledgerProofs(tx, await Promise.all(names.map((name) => findCaseId(tx, name))), anchors));
    return;
  }
  const unseen = new Set(anchors.keys());
  for (let after: string | null = null; ;) {
    const ids: string[] = await inTx((tx) => caseIdsAfter(tx, after, CASES_AT_ONCE));
    if (ids.length === 0) break;
    yield await inTx((tx) => ledgerProofs(tx, ids, anchors));
    for (const id of ids) unseen.delete(id);
    after = ids.at(-1) ?? null;
  }
  // What anchors speak of and the base has no more.
  if (unseen.size > 0) yield await inTx((tx) => ledgerProofs(tx, [...unseen], anchors));
}

function lineOf({ caseId, receipt, chain, anchors, anchored, contradicted }: LedgerProof): string {
  const name = `${receipt ?? 'gone'}  ${caseId}`;
  const whole = chain.holds ? `chain whole, ${chain.count} entries` : `chain broken at entry ${chain.seq}: ${chain.fault}`;
  const kept = contradicted
    ? `otherwise than anchor ${contradicted.seq} says at entry ${contradicted.count}`
    : `as anchored ${anchors} times, to entry ${anchored}`;
  return `${name}  ${whole}; ${kept}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
