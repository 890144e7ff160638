import type { Household } from '@zhouji/domain';
import type { CaseRecord, LedgerRecord, TaskRecord } from './case-record.ts';
import type { CastMember } from './cast.ts';
import type { Office } from './office.ts';
import { readFurther } from './read-further.ts';

/** Reads all of a case that can be expected something of, with what lives on after it, as somebody who may read every case. */
export async function readCase(office: Office, reader: CastMember, caseId: string): Promise<CaseRecord> {
  return readFurther(office, reader, await readWithLife(office, reader, caseId), readOne);
}

async function readWithLife(office: Office, reader: CastMember, caseId: string): Promise<CaseRecord> {
  const own = await readOne(office, reader, caseId);
  const awardId = own.award?.caseId;
  if (awardId === undefined || awardId === caseId) return own;
  const life = await readOne(office, reader, awardId);
  return {
    ...own,
    tasks: [...own.tasks, ...life.tasks],
    clocks: [...own.clocks, ...life.clocks],
    ledger: [...own.ledger, ...life.ledger],
    letters: [...own.letters, ...life.letters],
    flags: [...own.flags, ...life.flags],
    assessment: life.assessment ?? own.assessment,
    recognition: life.recognition ?? own.recognition,
  };
}

async function readOne(office: Office, reader: CastMember, caseId: string): Promise<CaseRecord> {
  const path = `/api/cases/${caseId}`;
  const [file, clocks, ledger, letters, assessments] = await Promise.all([
    office.get(reader, path) as Promise<unknown> as Promise<CaseFile>,
    rows<ClockRow>(office, reader, `${path}/clocks`),
    rows<LedgerRecord>(office, reader, `${path}/ledger`),
    rows<{ id: string; kind: string }>(office, reader, `${path}/letters`),
    rows<{ result: Record<string, unknown> }>(office, reader, `${path}/assessments`),
  ]);
  return {
    caseId,
    receipt: file.case.receipt,
    township: file.case.township.code,
    isOpen: file.case.closedAt === null,
    ending: file.case.ending,
    tasks: file.tasks.map((task) => taskOf(task, file.case.closedAt === null)),
    clocks: clocks.map(({ kind, round, dueOn, dueAt, state }) => ({ kind, round, due: dueOn, dueAt, state })),
    ledger,
    flags: file.case.flags,
    questions: [],
    letters: await Promise.all(
      letters.map(async ({ id, kind }) => ({ id, kind, text: textOf((await office.get(reader, `/api/letters/${id}`))['content']) })),
    ),
    assessment: assessments.at(-1)?.result ?? null,
    notice: file.notice && { id: file.notice.id, endsOn: file.notice.endsOn, text: await readNotice(office, file.notice.id) },
    award: file.award,
    recognition: file.recognition,
    further: [],
    relief: file.case.process === 'quick-relief' ? await readRelief(office, reader, caseId) : null,
  };
}

async function readRelief(office: Office, reader: CastMember, caseId: string): Promise<CaseRecord['relief']> {
  const { amount, cap, goods, channel, fundBalance, relievedAt, earlier } = (await office.get(
    reader,
    `/api/reliefs/${caseId}`,
  )) as unknown as ReliefFile;
  return { amount, cap: cap.amount, goods, channel, fund: fundBalance, isRelieved: relievedAt !== null, earlier: earlier.length };
}

interface ReliefFile {
  amount: string | null;
  cap: { amount: string };
  goods: string | null;
  channel: string | null;
  fundBalance: string;
  relievedAt: string | null;
  earlier: unknown[];
}

/** The household as it is established in the case. */
export async function readEstablished(office: Office, reader: CastMember, caseId: string): Promise<Household> {
  const file = (await office.get(reader, `/api/cases/${caseId}`)) as { household: { household: Household } };
  return file.household.household;
}

interface CaseFile {
  case: { process: string; receipt: string; township: { code: string }; closedAt: string | null; ending: string | null; flags: string[] };
  tasks: TaskRow[];
  notice: { id: string; endsOn: string } | null;
  award: CaseRecord['award'];
  recognition: CaseRecord['recognition'];
}

interface TaskRow {
  id: string;
  kind: string;
  round: number;
  duty: string;
  version: number;
  outcome: string | null;
  dueOn: string | null;
}

interface ClockRow {
  kind: string;
  round: number;
  dueOn: string;
  dueAt: string;
  state: string;
}

/** What the public reads; empty once the notice has been taken down. */
async function readNotice(office: Office, id: string): Promise<string> {
  const { refusal, body } = await office.ask(null, 'GET', `/api/notices/${id}`);
  return refusal === undefined ? textOf(body) : '';
}

async function rows<Row>(office: Office, reader: CastMember, path: string): Promise<Row[]> {
  return ((await office.get(reader, path)) as unknown as { items: Row[] }).items;
}

/** What was left open when the case closed waits for nobody any more. */
function taskOf({ outcome, dueOn, ...task }: TaskRow, isCaseOpen: boolean): TaskRecord {
  const isOpen = isCaseOpen && outcome === null;
  return { id: task.id, kind: task.kind, round: task.round, duty: task.duty, version: task.version, isOpen, due: dueOn };
}

/** Every word and figure in a document, whatever its form. */
function textOf(content: unknown): string {
  if (typeof content === 'object' && content !== null) return Object.values(content).map(textOf).join('\n');
  return content === null || content === undefined ? '' : String(content);
}
