import { anchorHeads, type AnchorStore, type Database, systemActor } from '@zhouji/database';
import { type Regular, startRegularly } from './regularly.ts';
import type { BusinessTime } from './time.ts';

const EVERY_MS = 300_000;

/**
 * Anchors the ledgers outside of the database every five minutes. Each anchor is told in the log as well, whose reader may
 * be somebody else: a hash on a sheet of paper proves all that was anchored before it.
 */
export function startLedgerAnchors({
  database,
  time,
  store,
  log,
}: {
  database: Database;
  time: BusinessTime;
  store: AnchorStore;
  log: (line: string) => void;
}): Regular {
  return startRegularly({
    what: 'The anchor of the ledgers',
    everyMs: EVERY_MS,
    async work(isStopping) {
      for (;;) {
        if (isStopping()) return;
        const now = await time.now();
        const { anchor, lacked } = await database.transact(systemActor, now, (tx) => anchorHeads(tx, store));
        if (lacked) log('Anchors that the database knows of are missing from their folder, or are others: all ledgers are anchored anew.');
        if (!anchor) return;
        log(`Anchor ${anchor.seq}: ${anchor.heads.length} ledgers, ${anchor.hash}`);
      }
    },
    log,
  });
}
