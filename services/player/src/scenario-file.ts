import {
  Agent,
  contactClasses,
  IdNumber,
  isTaskKind,
  modes,
  parameterSets,
  type Household,
  type Mode,
  PersonName,
  type Programme,
  programmes,
  RelativeDeclaration,
  type TaskKind,
  tasks,
  vulnerabilities,
  Yuan,
  reportedSources,
  urgencies,
} from '@zhouji/domain';
import Type from 'typebox';
import { castNames } from './cast.ts';
import { type Expectation, readExpectation } from './expectation.ts';
import { Moment } from './moment.ts';
import { readAssets, readHousehold, readIncome } from './scenario-household.ts';
import { isSideCommand, type SideCommand, sideCommands } from './side-commands.ts';
import { complaint, complaintsAbout, type Path, readSource, type Source, SourceRefused, unknownWord } from './source.ts';

/** A case to play: a family, a day, what is done, and what the law should make of it. */
export interface Scenario {
  file: string;
  title: string;
  /** Who confirms; left out: as the parameters of the demo county say. */
  mode: Mode | undefined;
  /** Where the sandbox clock stands at the start. */
  clock: Moment;
  /** The set of figures that the townships work with; left out: that of the demo county. */
  figures: string | undefined;
  /** What the reserve fund of each township holds at the start, in yuan; left out: a year's. */
  reserveFund: string | undefined;
  programme: Programme;
  household: Household;
  steps: Step[];
}

export interface Step {
  line: number;
  /** The clock is moved forward to here first. */
  at: Moment | undefined;
  do: Doing;
  /** A role of the cast, or the name of one of its people. */
  as: string | undefined;
  /** As the file gives it; a household, income or assets in it have the domain's form. */
  with: Record<string, unknown>;
  expect: Expectation[];
}

export type Doing =
  | { what: 'apply' }
  | { what: 'log-call' }
  | { what: 'report-lead' }
  | { what: 'take-contact' }
  | { what: 'pay' }
  | { what: 'wait' }
  | { what: 'task'; kind: TaskKind; outcome: string }
  | { what: 'side'; command: SideCommand };

const closed = { additionalProperties: false };

const ScenarioFile = Type.Object(
  {
    scenario: Type.String({ minLength: 1 }),
    mode: Type.Optional(Type.Enum(modes)),
    clock: Moment,
    figures: Type.Optional(Type.Enum(Object.keys(parameterSets))),
    reserveFund: Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Yuan])),
    household: Type.Unknown(),
    steps: Type.Array(
      Type.Object(
        {
          at: Type.Optional(Moment),
          do: Type.String(),
          as: Type.Optional(Type.String()),
          outcome: Type.Optional(Type.String()),
          with: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
          expect: Type.Optional(Type.Array(Type.Unknown())),
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
);
type ScenarioFile = Type.Static<typeof ScenarioFile>;
/** Where in the file, and the day on which the scenario begins. */
interface Place {
  path: Path;
  day: string;
}
type StepInFile = ScenarioFile['steps'][number];

/** Reads a scenario. @throws SourceRefused with every complaint about the file, each with its line */
export function readScenario(file: string): Scenario {
  return parseScenario(readSource(file));
}

/** The scenario that a YAML document tells. @throws SourceRefused with every complaint about it */
export function parseScenario(source: Source): Scenario {
  const complaints = complaintsAbout(source, ScenarioFile);
  if (complaints.length > 0) throw new SourceRefused(complaints);
  const content = source.value as ScenarioFile;
  const day = content.clock.slice(0, 10);
  const family = readHousehold(source, { path: ['household'], day }, complaints);
  const steps = content.steps.map((step, index) => readStep(source, { path: ['steps', index], day }, step, complaints));
  if (complaints.length > 0 || !family) throw new SourceRefused(complaints);
  return {
    file: source.file,
    title: content.scenario,
    mode: content.mode,
    clock: content.clock,
    figures: content.figures,
    reserveFund: content.reserveFund === undefined ? undefined : String(content.reserveFund),
    programme: family.programme,
    household: family.household,
    steps: steps.filter((step) => step !== undefined),
  };
}

function readStep(source: Source, { path, day }: Place, step: StepInFile, complaints: string[]): Step | undefined {
  const doing = readDoing(source, path, step, complaints);
  const expect = (step.expect ?? []).map((item, index) => readExpectation(source, [...path, 'expect', index], item, complaints));
  if (step.as !== undefined && !castNames.includes(step.as)) complaints.push(unknownWord(source, [...path, 'as'], step.as, castNames));
  if (!doing) return undefined;
  if (doing.what === 'wait' && step.at === undefined) complaints.push(complaint(source, path, 'waiting needs "at": until when'));
  return {
    line: source.lineOf(path),
    at: step.at,
    do: doing,
    as: step.as,
    with: readContent(source, { path: [...path, 'with'], day }, doing, step.with ?? {}, complaints),
    expect: expect.filter((each) => each !== undefined),
  };
}

function readDoing(source: Source, path: Path, { do: word, outcome }: StepInFile, complaints: string[]): Doing | undefined {
  if (isTaskKind(word) && (outcome !== undefined || !isSideCommand(word))) {
    const known = Object.keys(tasks[word].outcomes);
    if (outcome !== undefined && known.includes(outcome)) return { what: 'task', kind: word, outcome };
    complaints.push(
      outcome === undefined
        ? complaint(source, path, `${word} needs an outcome: ${known.join(', ')}`)
        : unknownWord(source, [...path, 'outcome'], outcome, known),
    );
    return undefined;
  }
  if (outcome !== undefined) complaints.push(complaint(source, [...path, 'outcome'], `${word} has no outcome; only tasks have`));
  if (word === 'apply' || word === 'log-call' || word === 'report-lead' || word === 'take-contact' || word === 'pay' || word === 'wait')
    return { what: word };
  if (isSideCommand(word)) return { what: 'side', command: word };
  complaints.push(
    unknownWord(source, [...path, 'do'], word, [
      'apply',
      'log-call',
      'report-lead',
      'take-contact',
      'pay',
      'wait',
      ...Object.keys(tasks),
      ...Object.keys(sideCommands),
    ]),
  );
  return undefined;
}

const ContactContent = Type.Object(
  {
    class: Type.Optional(Type.Enum(Object.keys(contactClasses))),
    urgency: Type.Optional(Type.Enum(Object.keys(urgencies))),
    what: Type.Optional(Type.String({ minLength: 1 })),
    name: Type.Optional(PersonName),
    phone: Type.Optional(Type.String({ minLength: 3 })),
    isAnonymous: Type.Optional(Type.Boolean()),
    /** The name of whoever reports a wrong; left out: nobody knows. */
    reporter: Type.Optional(PersonName),
    township: Type.Optional(Type.String({ pattern: '^[0-9]{9}$' })),
  },
  closed,
);

const ApplyContent = Type.Object(
  {
    without: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    relatives: Type.Optional(Type.Array(RelativeDeclaration)),
    /** Who signed the authorisation; left out: everybody whom `without` does not name. */
    authorizations: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    /** Who signed the application; left out: the applicant, or the guardian of one who cannot. */
    signedBy: Type.Optional(Type.String({ minLength: 1 })),
    /** Without an ID number one is made up. */
    agent: Type.Optional(Type.Object({ ...Agent.properties, idNumber: Type.Optional(Agent.properties.idNumber) }, closed)),
    township: Type.Optional(Type.String({ pattern: '^[0-9]{9}$' })),
    village: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
    programme: Type.Optional(Type.Enum(Object.keys(programmes) as Programme[])),
    household: Type.Optional(Type.Unknown()),
    /** Of temporary aid: what is asked for. */
    type: Type.Optional(Type.Enum(['expenditure', 'emergency'])),
  },
  closed,
);

/** What somebody in need tells, or others tell of them; all of it may be left out. */
const CallContent = Type.Object(
  {
    type: Type.Optional(Type.Literal('emergency')),
    what: Type.Optional(Type.String({ minLength: 1 })),
    name: Type.Optional(PersonName),
    idNumber: Type.Optional(IdNumber),
    phone: Type.Optional(Type.String({ minLength: 3 })),
    persons: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
    address: Type.Optional(Type.String({ minLength: 1 })),
    vulnerable: Type.Optional(Type.Array(Type.Enum(Object.keys(vulnerabilities)))),
    danger: Type.Optional(Type.Boolean()),
    loggedAt: Type.Optional(Moment),
    township: Type.Optional(Type.String({ pattern: '^[0-9]{9}$' })),
    village: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
  },
  closed,
);

/** A report of somebody in need; who reports without a name is `as: citizen`. */
const LeadContent = Type.Object(
  {
    what: Type.Optional(Type.String({ minLength: 1 })),
    name: Type.Optional(PersonName),
    idNumber: Type.Optional(IdNumber),
    address: Type.Optional(Type.String({ minLength: 1 })),
    danger: Type.Optional(Type.Boolean()),
    /** Of whoever reports, to be told what came of it. */
    phone: Type.Optional(Type.String({ minLength: 3 })),
    source: Type.Optional(Type.Enum([...reportedSources])),
    urgency: Type.Optional(Type.Enum(Object.keys(urgencies))),
    township: Type.Optional(Type.String({ pattern: '^[0-9]{9}$' })),
    village: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
  },
  closed,
);

function readContent(
  source: Source,
  { path, day }: Place,
  doing: Doing,
  content: Record<string, unknown>,
  complaints: string[],
): Record<string, unknown> {
  complaints.push(...complaintsAbout(source, contentOf(doing), path).filter(() => Object.keys(content).length > 0));
  const read = { ...content };
  if ('household' in content) read['household'] = readHousehold(source, { path: [...path, 'household'], day }, complaints)?.household;
  if ('income' in content) read['income'] = readIncome(source, [...path, 'income'], complaints);
  if ('assets' in content) read['assets'] = readAssets(source, [...path, 'assets'], complaints);
  return read;
}

/**
 * What may stand in `with`: all of it may be left out, and what an outcome takes is for the API to judge. Where an outcome
 * establishes facts, `income` and `assets` stand for the household as established with another income or other assets;
 * `version` makes a task be done as it was read before.
 */
function contentOf(doing: Doing): Type.TObject {
  if (doing.what === 'apply') return ApplyContent;
  if (doing.what === 'log-call') return CallContent;
  if (doing.what === 'report-lead') return LeadContent;
  if (doing.what === 'take-contact') return ContactContent;
  if (doing.what === 'wait' || doing.what === 'pay') return Type.Object({}, closed);
  if (doing.what === 'side') return sideCommands[doing.command].with;
  const { outcomes }: { outcomes: Record<string, Type.TObject> } = tasks[doing.kind];
  const taken = Object.keys(outcomes[doing.outcome]?.properties ?? {});
  const known = [...taken, ...(taken.includes('household') ? ['income', 'assets'] : []), 'version'];
  return Type.Object(Object.fromEntries(known.map((key) => [key, Type.Optional(Type.Unknown())])), closed);
}
