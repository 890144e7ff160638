import { type AlertKind, type CallForHelp, type LeadSource, unidentified, type Urgency } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { enter } from '../../record/enter.ts';
import { reliefKeys } from '../../record/relief-keys.ts';
import { beginCase } from '../begin-case.ts';

/** Who is told what came of a lead. */
export interface Reporter {
  name?: string;
  phone?: string;
  /** The hospital, school or station that they speak for. */
  unit?: string;
  /** Their account, where they are of the office. */
  account?: string;
}

/** The line of a match list that a lead comes from; `key` stands for person, alert and quarter. */
export interface Match {
  alert: AlertKind;
  key: string;
  list: string;
  line: number;
}

export interface NewLead {
  call: CallForHelp;
  /** Where the hardship is [LAW 37]. */
  township: string;
  source: LeadSource;
  /** Left out: an emergency where somebody is in danger, else ordinary. */
  urgency?: Urgency;
  /** The work order, or the lead of another township, that it came from. */
  origin?: string;
  /** Left out: whoever called, unless they want to stay unnamed. */
  reporter?: Reporter;
  match?: Match;
}

/**
 * Takes a lead down in the township where the hardship is [LAW 39]. Its limits run from this moment. What follows is
 * opened by the next look.
 *
 * @throws Refusal NOT_FOUND (no such township inside the fence, or no such village in it), CALENDAR_UNKNOWN
 */
export async function openLead(tx: Tx, { call, township, source, origin, match, ...told }: NewLead): Promise<CaseFrame> {
  const { person, place } = call;
  const urgency = told.urgency ?? (call.danger ? 'emergency' : 'ordinary');
  const reporter = told.reporter ?? reporterOf(call);
  const frame = await beginCase(tx, {
    process: 'lead',
    township,
    ...(place.village?.startsWith(township) ? { village: place.village } : {}),
    name: person.name ?? unidentified.zh,
    idNumbers: person.idNumber === undefined ? [] : [person.idNumber],
    ...(origin === undefined ? {} : { origin }),
    appliedBy: null,
    enterAs: 'lead.reported',
    data: { source, urgency, ...(match ? { alert: match.alert } : {}), ...(origin === undefined ? {} : { origin }) },
  });
  tx.writes.add('lead', {
    ...{ caseId: frame.id, township, source, urgency, call, keys: reliefKeys(call), reportedAt: tx.at },
    ...{ reporterName: reporter.name ?? null, reporterPhone: reporter.phone ?? null, reporterUnit: reporter.unit ?? null },
    ...{ reporterAccount: reporter.account ?? null, alert: match?.alert ?? null },
    ...{ matchKey: match?.key ?? null, matchList: match?.list ?? null, matchLine: match?.line ?? null },
  });
  if (urgency === 'emergency') enter(tx, frame, { kind: 'lead.emergency' });
  return frame;
}

function reporterOf({ caller: { isAnonymous, name, phone } }: CallForHelp): Reporter {
  return isAnonymous ? {} : { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
}
