import { getCastMember, getWhoeverHas } from './cast.ts';
import type { CaseRecord } from './case-record.ts';
import { momentOf } from './moment.ts';
import type { Office } from './office.ts';
import { readEstablished } from './read-case.ts';
import type { Step } from './scenario-file.ts';
import { type SideCommand, sideCommandRow } from './side-commands.ts';
import { type Attempt, sceneOf, type Stage } from './stage.ts';

/**
 * Gives a command beside the tasks. Whatever of `with` the route names in braces goes into its path, the rest is its body.
 * What touches no case, such as who confirms from a day on, can be done before there is one.
 */
export async function doSideCommand(stage: Stage, step: Step, command: SideCommand): Promise<Attempt> {
  const { sandbox, record } = stage;
  const { office } = sandbox;
  const isDispute = isAgainstTheDataCheck(command, record);
  const { route, fill, method = 'POST' } = isDispute ? dispute : sideCommandRow(command);
  const who = whoFor(stage, step, command);
  if (!record && hasPlaces(route)) return { who, impossible: 'there is no case yet' };
  const day = momentOf(await sandbox.now()).slice(0, 10);
  const scene = sceneOf(stage, record ?? { township: homeTownship(), flags: [] }, day);
  const filled = typeof fill === 'function' ? fill(scene, step.with) : fill;
  const content: Record<string, unknown> = isDispute ? filled : { ...filled, ...step.with };
  if (!(await office.offers(method, route))) return { who, impossible: `not offered yet: the API has no ${method} ${route}` };
  const places = record ? await placesIn(record, office, { route, content }) : {};
  const missing = [...route.matchAll(/\{(\w+)\}/g)].find(([, name]) => places[name ?? ''] === undefined)?.[1];
  if (missing !== undefined) return { who, impossible: `the case has no ${missing}`, noWay: true };
  const path = route.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => String(places[name]));
  const body = Object.fromEntries(Object.entries(content).filter(([name]) => !route.includes(`{${name}}`)));
  const answer = await office.ask(isDispute ? null : who, method, path, body);
  // Who belongs to the household now is what the case says.
  if ((command === 'report-death' || command === 'report-change') && answer.refusal === undefined)
    stage.household = await readEstablished(office, getCastMember('inspector'), String(places['life']));
  return { who, answer };
}

/** M57 18 — What the data check found is told to the applicant alone, who objects with the receipt in hand. */
const dispute = {
  route: '/api/track/{receipt}/dispute',
  method: 'POST',
  fill: ({ household }: ReturnType<typeof sceneOf>, { text }: Record<string, unknown>) => ({
    statement: text ?? '核对结果与实际不符，有证明材料。',
    lastFour: household.members.find(({ relation }) => relation === 'applicant')?.idNumber?.slice(-4),
  }),
} as const;

/** Whether somebody objects to a difference: while it is looked into and no notice hangs, there is nothing else to object to. */
function isAgainstTheDataCheck(command: SideCommand, record: CaseRecord | null): boolean {
  return command === 'object' && record?.tasks.some(({ kind, isOpen }) => kind === 'recheck' && isOpen) === true;
}

function whoFor({ applicant, record }: Stage, step: Step, command: SideCommand): Attempt['who'] {
  const { by } = sideCommandRow(command);
  if (step.as) return getCastMember(step.as);
  if (by === 'applicant') return applicant;
  return by === 'public' ? null : getWhoeverHas(by, record?.township ?? homeTownship());
}

function homeTownship(): string {
  return getCastMember('caseworker').area ?? '';
}

function hasPlaces(route: string): boolean {
  return /\{(?!emergency)\w+\}/.test(route);
}

async function placesIn(
  record: CaseRecord,
  office: Office,
  { route, content }: { route: string; content: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  return {
    case: record.caseId,
    life: record.award?.caseId ?? record.caseId,
    notice: record.notice?.id,
    receipt: record.receipt,
    clock: content['clock'],
    letter: findLetter(record, content['letter']),
    emergency: route.includes('{emergency}') ? await findEmergency(office) : undefined,
  };
}

/** The one that was declared last, whatever its days. */
async function findEmergency(office: Office): Promise<unknown> {
  const { body } = await office.ask(getCastMember('inspector'), 'GET', '/api/emergencies');
  const items = (body['items'] ?? []) as { id: string; at: string }[];
  return items.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)?.id;
}

function findLetter({ letters }: CaseRecord, kind: unknown): string | undefined {
  return letters.findLast((letter) => kind === undefined || letter.kind === kind)?.id;
}
