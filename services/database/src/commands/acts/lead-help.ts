/** What the office does with a lead of its own: hands it to the right township, prepares an application, opens a relief. */
import { leadSources, type LeadSource, type Programme } from '@zhouji/domain';
import type { Tx } from '../../database.ts';
import type { CaseFrame } from '../../record/case-frame.ts';
import { knownOf, type LeadRow, leadOf } from '../../record/lead-of.ts';
import { openLead } from '../lead/open-lead.ts';
import { destinationOf } from '../pass-on.ts';
import { prepareApplication } from '../prepare-application.ts';
import { openRelief } from '../relief/open-relief.ts';

/** LAW 37 — The township where the hardship is has the lead from now on, with whoever reported it. */
export async function handLeadOver(tx: Tx, frame: CaseFrame): Promise<'done'> {
  const { township, village } = destinationOf(frame.tasks.find(({ kind }) => kind === 'lead-receipt')?.outcomeData ?? {});
  const lead = await leadOf(tx, frame.id);
  await tx.admit(township);
  const who = tx.who.townships === '*' ? tx.who : { ...tx.who, townships: [...tx.who.townships, township] };
  const { village: _elsewhere, ...place } = lead.call.place;
  await openLead(
    { ...tx, who },
    {
      call: { ...knownOf(lead), place: { ...place, township, ...(village === undefined ? {} : { village }) } },
      ...{ township, source: lead.source, urgency: lead.urgency, origin: frame.id, reporter: reporterOf(lead) },
    },
  );
  return 'done';
}

/** M57 6 — What is known of the person stands in the application before anybody opens it. */
export async function draftForLead(tx: Tx, frame: CaseFrame, round: number): Promise<'done'> {
  const { programme } = pathOf(frame, round);
  const call = knownOf(await leadOf(tx, frame.id));
  const place = frame.village.endsWith('000') ? {} : { village: frame.village };
  await prepareApplication(tx, {
    call: { ...call, place: { ...call.place, ...place } },
    programme: programme as Programme,
    ...{ township: frame.township, origin: frame.id },
  });
  return 'done';
}

/** LAW 50 — What is relieved on receipt counts from the report; what contact has shown to be urgent, from the decision. */
export async function relieveFromLead(tx: Tx, frame: CaseFrame): Promise<'done'> {
  const lead = await leadOf(tx, frame.id);
  const isAtOnce = frame.tasks.some(({ kind, outcome }) => kind === 'lead-receipt' && outcome === 'relief');
  await openRelief(tx, { call: knownOf(lead), township: frame.township, origin: frame.id, at: isAtOnce ? lead.reportedAt : tx.at });
  return 'done';
}

/** LAW 39 — Whoever reported it is told, where they can be reached. The office's own people read it in the list of what they reported. */
export async function checkForFeedback(tx: Tx, frame: CaseFrame): Promise<'owed' | 'nobody'> {
  const { source, reporterPhone, reporterUnit } = await leadOf(tx, frame.id);
  if (isAutomatic(source)) return 'nobody';
  return (reporterPhone ?? reporterUnit) === null ? 'nobody' : 'owed';
}

/** What the decision on the path says, in a round. */
export function pathOf(frame: CaseFrame, round: number): Record<string, unknown> {
  return frame.tasks.find((task) => task.kind === 'lead-path' && task.round === round)?.outcomeData ?? {};
}

function isAutomatic(source: LeadSource): boolean {
  return 'isAutomatic' in leadSources[source];
}

function reporterOf({ reporterName: name, reporterPhone: phone, reporterUnit: unit, reporterAccount: account }: LeadRow) {
  return {
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
    ...(unit === null ? {} : { unit }),
    ...(account === null ? {} : { account }),
  };
}
