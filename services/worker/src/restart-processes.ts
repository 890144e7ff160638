/**
 * `npm run restart-processes [-- --all]`: the last step of a release. Starts the process of every open case again under
 * the code of this checkout; each runs through its record and goes on. Whatever this build has started already is left
 * alone, so the step may be cut off and run again; `--all` starts everything, as after a restore.
 */
import { Client } from '@temporalio/client';
import { openDatabase } from '@zhouji/database';
import { buildOf } from '@zhouji/workflows/bundle';
import { connect } from './connect.ts';
import { Outbox } from './outbox.ts';
import { Processes } from './processes.ts';
import { readProgramSettings } from './settings.ts';
import { sideBySide } from './side-by-side.ts';
import { officeTime } from './time.ts';

const AT_ONCE = 8;

if (import.meta.main) await run();

async function run(): Promise<void> {
  const { databaseUrl, temporalAddress, namespace, taskQueue } = readProgramSettings(process.env);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const database = openDatabase({ url: databaseUrl, poolSize: 2 });
  const temporal = await connect(temporalAddress, say);
  try {
    const client = new Client({ connection: temporal.connection, namespace });
    const processes = new Processes({ client, taskQueue, build: buildOf() });
    const outbox = new Outbox(database, officeTime(database, say));
    const began = performance.now();
    const { restarted, left } = await restartProcesses({ outbox, processes, all: process.argv.includes('--all'), say });
    say(
      `${restarted} processes started again under build ${processes.build} in ${((performance.now() - began) / 1000).toFixed(1)} s; ${left} were its own already.`,
    );
  } finally {
    await temporal.close();
    await database.close();
  }
}

interface Restart {
  outbox: Pick<Outbox, 'open'>;
  processes: Pick<Processes, 'restart' | 'running' | 'build'>;
  /** Also those that this build has started. */
  all?: boolean;
  say?: (line: string) => void;
}

/** Starts the open cases' processes again, the due first. Idempotent: a second time it finds nothing to do. */
export async function restartProcesses({
  outbox,
  processes,
  all = false,
  say = () => undefined,
}: Restart): Promise<{ restarted: number; left: number }> {
  const done = new Set<string>();
  if (!all) {
    // The list lags; what it does not show yet is started once more, which does no harm.
    for await (const { caseId, build } of processes.running()) if (build === processes.build) done.add(caseId);
  }
  const open = await outbox.open();
  const due = open.filter(({ caseId }) => !done.has(caseId));
  let restarted = 0;
  await sideBySide(
    due,
    () => AT_ONCE,
    async (one) => {
      await processes.restart(one);
      restarted++;
      if (restarted % 1000 === 0) say(`${restarted} of ${due.length} …`);
    },
  );
  return { restarted, left: open.length - due.length };
}
