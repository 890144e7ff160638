import type { PartName } from './part-rows.ts';

const place = { caseId: 'uuid', township: 'text' };
const given = { by: 'uuid', byName: 'text', at: 'timestamptz' };
const caseState = {
  applicantName: 'text',
  applicantIdLast4: 'text',
  mode: 'text',
  hasRelatives: 'boolean',
  hasComplaint: 'boolean',
  idNumbers: 'text[]',
  people: 'text[]',
  relatives: 'jsonb',
  answers: 'jsonb',
  deceased: 'jsonb',
  acceptedAt: 'timestamptz',
  closedAt: 'timestamptz',
  ending: 'text',
  exit: 'text',
  exitReason: 'text',
  wakeAt: 'timestamptz',
  lastStepAt: 'timestamptz',
  ledgerHead: 'text',
  ledgerCount: 'int',
  lackingLimits: 'jsonb',
};
const clockColumns = {
  ...place,
  kind: 'text',
  round: 'int',
  startedAt: 'timestamptz',
  startedOn: 'date',
  dueOn: 'date',
  dueAt: 'timestamptz',
  days: 'int',
  unit: 'text',
  state: 'text',
  warnings: 'jsonb',
  warnedLevel: 'text',
  parameter: 'text',
  calendarVersion: 'text',
  extendedReason: 'text',
  stoppedAt: 'timestamptz',
};

interface Part {
  /** The statement for the placeholder of the rows' JSON: a list of them, or one row where `isEach`. */
  sql: (rows: string) => string;
  isEach?: true;
}

/** How the rows of each part are written, in the order in which they are sent. */
export const parts: { [Name in PartName]: Part } = {
  case: insert('cases', {
    id: 'uuid',
    receipt: 'text',
    programme: 'text',
    process: 'text',
    origin: 'uuid',
    township: 'text',
    village: 'text',
    declarations: 'jsonb',
    parameterSet: 'text',
    appliedAt: 'timestamptz',
    appliedBy: 'uuid',
    ...caseState,
  }),
  caseChange: update('cases', ['id'], { id: 'uuid', ...caseState }, 'version = written.version + 1'),
  claim: insert('claim', { ...place, programme: 'text', idNumber: 'text' }, 'order by r."idNumber"'),
  claimEnd: {
    isEach: true,
    sql: (row) => `delete from claim using jsonb_to_record(${row}) as r("caseId" uuid) where claim.case_id = r."caseId"`,
  },
  facts: insert('household_facts', { ...place, version: 'int', source: 'text', household: 'jsonb', ...given }),
  claimMove: {
    isEach: true,
    sql: (row) =>
      `update claim set case_id = r."to" from jsonb_to_record(${row}) as r("caseId" uuid, "to" uuid) where claim.case_id = r."caseId"`,
  },
  claimDrop: {
    isEach: true,
    sql: (row) =>
      `delete from claim using jsonb_to_record(${row}) as r("caseId" uuid, "idNumbers" text[]) where claim.case_id = r."caseId" and claim.id_number = any (r."idNumbers")`,
  },
  handIn: {
    isEach: true,
    sql: (row) => `update document set case_id = r."caseId", township = r.township
      from jsonb_to_record(${row}) as r("caseId" uuid, township text, documents uuid[], draft uuid)
      where document.case_id is null and (document.id = any (r.documents) or document.draft_id = r.draft)`,
  },
  draftEnd: {
    isEach: true,
    sql: (row) =>
      `update draft set case_id = r."caseId" from jsonb_to_record(${row}) as r("caseId" uuid, draft uuid) where draft.id = r.draft`,
  },
  task: insert('task', {
    ...place,
    id: 'uuid',
    kind: 'text',
    round: 'int',
    duty: 'text',
    openedAt: 'timestamptz',
    dueOn: 'date',
    version: 'int',
    outcome: 'text',
    outcomeData: 'jsonb',
    givenBy: 'uuid',
    givenByName: 'text',
    givenAt: 'timestamptz',
    closedAt: 'timestamptz',
  }),
  taskChange: update('task', ['id'], {
    id: 'uuid',
    outcome: 'text',
    outcomeData: 'jsonb',
    givenBy: 'uuid',
    givenByName: 'text',
    givenAt: 'timestamptz',
    closedAt: 'timestamptz',
    dueOn: 'date',
    version: 'int',
  }),
  period: insert('period', {
    ...place,
    kind: 'text',
    round: 'int',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
    endsOn: 'date',
    endedAt: 'timestamptz',
    outcome: 'text',
    parameter: 'text',
    calendarVersion: 'text',
  }),
  periodEnd: update('period', ['caseId', 'kind', 'round'], {
    caseId: 'uuid',
    kind: 'text',
    round: 'int',
    endedAt: 'timestamptz',
    outcome: 'text',
  }),
  periodLength: update('period', ['caseId', 'kind', 'round'], {
    caseId: 'uuid',
    kind: 'text',
    round: 'int',
    endsAt: 'timestamptz',
    endsOn: 'date',
    lengthenedBy: 'uuid',
  }),
  act: insert('act', { ...place, kind: 'text', round: 'int', doneAt: 'timestamptz', outcome: 'text' }),
  clock: insert(
    'clock',
    clockColumns,
    `on conflict (case_id, kind, round) do update set ${[
      'dueOn',
      'dueAt',
      'days',
      'state',
      'warnings',
      'warnedLevel',
      'parameter',
      'calendarVersion',
      'extendedReason',
      'stoppedAt',
    ]
      .map((property) => `${columnOf(property)} = excluded.${columnOf(property)}`)
      .join(', ')}`,
  ),
  ledger: insert('ledger', {
    ...place,
    at: 'timestamptz',
    kind: 'text',
    stepRound: 'int',
    by: 'uuid',
    byName: 'text',
    data: 'jsonb',
    seq: 'int',
    hash: 'text',
  }),
  audit: insert('audit', {
    at: 'timestamptz',
    township: 'text',
    actor: 'uuid',
    actorName: 'text',
    action: 'text',
    caseId: 'uuid',
    target: 'text',
    result: 'text',
    data: 'jsonb',
  }),
  assessment: insert('assessment', {
    ...place,
    round: 'int',
    day: 'date',
    result: 'json',
    factsVersion: 'int',
    parameterVersion: 'text',
    changes: 'json',
    ...given,
  }),
  notice: insert('notice', {
    ...place,
    id: 'uuid',
    kind: 'text',
    round: 'int',
    fields: 'jsonb',
    postedAt: 'timestamptz',
    endsOn: 'date',
    removedAt: 'timestamptz',
  }),
  noticeEnd: update('notice', ['id'], { id: 'uuid', removedAt: 'timestamptz' }),
  letter: {
    // The digest is over the number, a line break and the content as it is kept.
    sql: (rows) => `insert into letter (id, case_id, township, kind, round, number, issued_at, content, verify_code, digest)
      select r.id, r."caseId", r.township, r.kind, r.round, r.number, r."issuedAt", r.content::json, r."verifyCode",
        encode(sha256(convert_to(r.number || chr(10) || r.content, 'UTF8')), 'hex')
      from (
        select given.*, given.prefix || lpad(nextval('letter_number')::text, 6, '0') as number
        from jsonb_to_recordset(${rows}) as given(id uuid, "caseId" uuid, township text, kind text, round int, prefix text, "issuedAt" timestamptz, content text, "verifyCode" text)
      ) r`,
  },
  award: insert('award', {
    ...place,
    programme: 'text',
    monthlyFen: 'bigint',
    fromMonth: 'text',
    because: 'json',
    openedAt: 'timestamptz',
  }),
  complaint: insert('complaint', { ...place, id: 'uuid', text: 'text', takenBy: 'uuid', takenByName: 'text', at: 'timestamptz' }),
  recognition: insert('recognition', {
    ...place,
    programme: 'text',
    fromDay: 'date',
    untilDay: 'date',
    reviewDay: 'date',
    remindDay: 'date',
    factsVersion: 'int',
    because: 'json',
    parameter: 'text',
    recognisedAt: 'timestamptz',
    remindedAt: 'timestamptz',
    endedAt: 'timestamptz',
    endReason: 'text',
  }),
  recognitionChange: update('recognition', ['caseId'], {
    caseId: 'uuid',
    remindedAt: 'timestamptz',
    endedAt: 'timestamptz',
    endReason: 'text',
  }),
  awardAmount: insert('award_amount', {
    ...place,
    number: 'int',
    kind: 'text',
    round: 'int',
    fromMonth: 'text',
    monthlyFen: 'bigint',
    reason: 'text',
    because: 'json',
    ...given,
  }),
  workRefusal: insert('work_refusal', {
    ...place,
    number: 'int',
    member: 'text',
    offeredOn: 'date',
    offer: 'text',
    hasGoodReason: 'boolean',
    reason: 'text',
    ...given,
  }),
  objection: insert('objection', {
    ...place,
    id: 'uuid',
    noticeId: 'uuid',
    round: 'int',
    text: 'text',
    at: 'timestamptz',
    slipHash: 'text',
  }),
  objector: insert('objector', { objectionId: 'uuid', township: 'text', identity: 'jsonb' }),
  lead: insert('lead', {
    ...place,
    source: 'text',
    alert: 'text',
    urgency: 'text',
    call: 'jsonb',
    keys: 'text[]',
    reporterName: 'text',
    reporterPhone: 'text',
    reporterUnit: 'text',
    reporterAccount: 'uuid',
    reportedAt: 'timestamptz',
    matchKey: 'text',
    matchList: 'text',
    matchLine: 'int',
  }),
  nudge: {
    sql: (rows) => `insert into nudge (case_id, township, dirty, sent, dirty_since, due_at)
      select r."caseId", r.township, 1, 0, now(), now() + r."afterMs" * interval '1 millisecond'
      from jsonb_to_recordset(${rows}) as r("caseId" uuid, township text, "afterMs" int)
      on conflict (case_id) do update set dirty = nudge.dirty + 1,
        dirty_since = case when nudge.dirty > nudge.sent then nudge.dirty_since else excluded.dirty_since end,
        due_at = case when nudge.dirty > nudge.sent then nudge.due_at else excluded.due_at end`,
  },
  answer: insert('idempotency', {
    key: 'text',
    account: 'text',
    route: 'text',
    bodyHash: 'text',
    status: 'int',
    answer: 'jsonb',
    at: 'timestamptz',
  }),
};

function insert(table: string, types: Record<string, string>, conflict = ''): Part {
  const properties = Object.keys(types);
  const columns = properties.map(columnOf).join(', ');
  const values = properties.map((property) => `r."${property}"${types[property] === 'json' ? '::json' : ''}`).join(', ');
  return {
    sql: (rows) =>
      `insert into ${table} (${columns}) select ${values} from jsonb_to_recordset(${rows}) as r(${recordOf(types)}) ${conflict}`,
  };
}

/** One statement a row: the planner knows then that it is one, and walks along the key. */
function update(table: string, keys: readonly string[], types: Record<string, string>, also = ''): Part {
  const sets = Object.keys(types)
    .filter((property) => !keys.includes(property))
    .map((property) => `${columnOf(property)} = r."${property}"`);
  const where = keys.map((key) => `written.${columnOf(key)} = r."${key}"`).join(' and ');
  const set = [...sets, ...(also ? [also] : [])].join(', ');
  return {
    isEach: true,
    sql: (row) => `update ${table} as written set ${set} from jsonb_to_record(${row}) as r(${recordOf(types)}) where ${where}`,
  };
}

/** What is kept as json, where the order of keys has a meaning, travels as its text: rows go as jsonb, which has no order. */
function recordOf(types: Record<string, string>): string {
  return Object.entries(types)
    .map(([property, type]) => `"${property}" ${type === 'json' ? 'text' : type}`)
    .join(', ');
}

function columnOf(property: string): string {
  const column = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return column === 'by' ? '"by"' : column;
}
