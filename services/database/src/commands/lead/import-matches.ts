import {
  type AlertKind,
  alertKinds,
  type CallForHelp,
  type MatchLine,
  type MatchVerdict,
  type PlainDate,
  quarterOf,
  verdictOn,
} from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import { sha256 } from '../../record/enter.ts';
import { openLead } from './open-lead.ts';

/** A line of a list that reads well, with its number in the file. */
export interface NumberedMatch extends MatchLine {
  line: number;
}

/** What became of a line; the lead that it has become. */
export interface MatchResult {
  line: number;
  verdict: MatchVerdict;
  caseId?: string;
}

/** What becomes of these lines by the record, and nothing is written. @param comparedOn the day on which the registers were compared */
export async function judgeMatches(tx: Tx, lines: readonly NumberedMatch[], comparedOn: PlainDate): Promise<MatchResult[]> {
  const keys = lines.map((line) => matchKeyOf(line, comparedOn));
  const idNumbers = [...new Set(lines.map(({ idNumber }) => idNumber))];
  const imported = new Set(
    (await tx.rows<{ match_key: string }>('select match_key from leads_of($1::text[])', [keys])).map((row) => row.match_key),
  );
  const open = new Set(
    (
      await tx.rows<{ id_number: string; alert: AlertKind | null }>('select id_number, alert from open_leads_about($1::text[])', [
        idNumbers,
      ])
    ).map((row) => `${row.id_number} ${row.alert}`),
  );
  const covered = new Map<string, Set<string>>();
  for (const row of await tx.rows<{ id_number: string; state: string }>('select id_number, state from coverage_of($1::text[], $2::date)', [
    idNumbers,
    tx.day,
  ]))
    covered.set(row.id_number, (covered.get(row.id_number) ?? new Set()).add(row.state));
  return lines.map(({ line, ...match }, index) => {
    const states = covered.get(match.idNumber);
    const isKnown = imported.has(keys[index] ?? '') || open.has(`${match.idNumber} ${match.alert}`);
    return { line, verdict: verdictOn(match, { isKnown, isCovered: states !== undefined, hasAward: states?.has('granted') ?? false }) };
  });
}

/**
 * Makes leads of those lines that the record has nothing against [OP2023 3; N2022 3(3)]. The same match again makes none:
 * person, alert and quarter are one key. Two who import at the same time wait for each other.
 *
 * @param list the digest of the file
 */
export async function importMatches(
  tx: Tx,
  lines: readonly NumberedMatch[],
  { comparedOn, list }: { comparedOn: PlainDate; list: string },
): Promise<MatchResult[]> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('import-matches', 0))`);
  const results = await judgeMatches(tx, lines, comparedOn);
  for (const [index, match] of lines.entries()) {
    const result = results[index];
    if (result?.verdict !== 'accepted') continue;
    const frame = await openLead(tx, {
      call: callOf(match),
      township: match.village.slice(0, 9),
      source: 'data-alert',
      match: { alert: match.alert, key: matchKeyOf(match, comparedOn), list, line: match.line },
    });
    result.caseId = frame.id;
  }
  return results;
}

/** Person, alert and quarter, as a hash: nothing of a person can be read off it without knowing the person. */
function matchKeyOf({ idNumber, alert }: Pick<MatchLine, 'idNumber' | 'alert'>, comparedOn: PlainDate): string {
  return sha256(`${idNumber}|${alert}|${quarterOf(comparedOn)}`);
}

function callOf({ name, idNumber, phone, village, alert, note }: MatchLine): CallForHelp {
  return {
    caller: { isAnonymous: true },
    person: { name, idNumber, ...(phone === undefined ? {} : { phone }) },
    place: { township: village.slice(0, 9), village },
    what: `${alertKinds[alert].label.zh}${note === undefined ? '' : `：${note}`}`,
    vulnerable: alert === 'seriously-ill' ? ['ill'] : alert === 'severely-disabled' ? ['disabled'] : [],
    danger: false,
  };
}
