/**
 * `npm run clock-proof -- RECEIPT_OR_CASE_ID… [--json]`: every limit of a case as its ledger alone gives it, and whether
 * that is what is stored. Reads only. Ends with 1 when anything of it does not hold.
 */
import { clockProof, type ClockProof, findCaseId, openDatabase, systemActor } from '@zhouji/database';
import { clocks, Refusal, refusals, replayFaults } from '@zhouji/domain';
import { readProgramSettings } from './settings.ts';

if (import.meta.main) await run(process.argv.slice(2));

async function run(words: string[]): Promise<void> {
  const cases = words.filter((word) => !word.startsWith('--'));
  if (cases.length === 0) {
    console.error('Say which cases: npm run clock-proof -- RECEIPT_OR_CASE_ID … [--json]');
    process.exitCode = 1;
    return;
  }
  const database = openDatabase({ url: readProgramSettings(process.env).databaseUrl, poolSize: 2 });
  try {
    for (const name of cases) {
      const proof = await database.transact(systemActor, new Date().toISOString(), async (tx) =>
        clockProof(tx, await findCaseId(tx, name)),
      );
      process.stdout.write(words.includes('--json') ? `${JSON.stringify(proof, null, 2)}\n` : `${pageOf(proof)}\n\n`);
      if (!proof.holds) process.exitCode = 1;
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`${refusals[error.code].en} ${JSON.stringify(error.details)}`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

/** A page for people: a block for each limit, then the verdicts. */
export function pageOf(proof: ClockProof): string {
  const { receipt, caseId, process: name, clocks: limits, faults, differences, chain } = proof;
  return [
    `${receipt}  ${name}  ${caseId}`,
    ...limits.map((limit) => blockOf(limit, proof)),
    '',
    ...faults.map(({ seq, fault }) => `entry ${seq}: ${replayFaults[fault].en}`),
    ...differences.map(
      ({ kind, round, column, replayed, stored }) =>
        `${kind} ${round}${column ? `, ${column}` : ''}: replayed ${textOf(replayed)}, stored ${textOf(stored)}`,
    ),
    `chain: ${chain.holds ? `whole, ${chain.count} entries, head ${chain.head}` : `broken at entry ${chain.seq}: ${chain.fault}`}`,
    `replayed equals stored: ${faults.length + differences.length === 0 ? 'yes' : 'no'}`,
  ].join('\n');
}

function blockOf(limit: ClockProof['clocks'][number], { entries }: ClockProof): string {
  const { kind, round, days, unit, parameter, calendarVersion, dueOn, state, warnings } = limit;
  const by = (seq: number) => `entry ${seq} (${entries[seq]?.kind ?? '?'}, ${entries[seq]?.day ?? '?'})`;
  const { label, source } = clocks[kind];
  return [
    '',
    `${kind}${round > 1 ? ` ${round}` : ''}  ${label.zh}  ${label.en}  [${source}]  ${state}, due ${dueOn}`,
    `  started by     ${by(limit.startedBy.seq)}`,
    `  length         ${days} ${unit}, ${parameter}`,
    `  calendar       ${calendarVersion}`,
    `  warns          ${warnings.map(({ level, at }) => `${level} at ${at}`).join(', ')}`,
    ...limit.warnedBy.map(({ seq, level }) => `  warned         ${level} by ${by(seq)}`),
    ...limit.extendedBy.map(({ seq, reason, from, to }) => `  extended       ${from} to ${to}, ${reason}, by ${by(seq)}`),
    ...limit.recomputedBy.map(({ seq, from, to }) => `  worked again   ${from} to ${to}, by ${by(seq)}`),
    ...(limit.missedBy ? [`  missed         told by ${by(limit.missedBy.seq)}`] : []),
    ...(limit.stoppedBy ? [`  stopped by     ${by(limit.stoppedBy.seq)}`] : []),
  ].join('\n');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
