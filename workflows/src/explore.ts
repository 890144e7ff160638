/**
 * Walks every path that a statute can take, with the rounds bounded, and says what is wrong with it and what it looks
 * like. Because a statute is a function of the record, a state is the record as a set: two orders of the same outcomes
 * are visited once.
 */
import { foresee } from './foresee.ts';
import { findMissing, type LegalOrder } from './legal-order.ts';
import { keyOf, type Settled, type Statute, type Step } from './process.ts';

export interface Ground {
  /** The outcome codes of a step by the tables of the domain; none for a step that they do not know. */
  outcomesOf(step: Step): readonly string[];
  /** Whether there is somebody, or something, that will end the step. */
  hasDoer(step: Step): boolean;
  order: LegalOrder;
  /** Paths end where a step of a later round is wanted. */
  lastRound(step: Step): number;
}

export interface Finding {
  what: 'dead-end' | 'waits-for-nobody' | 'unknown-step' | 'predecessor-missing' | 'left-open' | 'throws';
  /** The step, or `ending.<code>`, that the finding is about; empty for a dead end. */
  at: string;
  /** The article, or the message of what was thrown. */
  because: string;
  /** The shortest record found that shows it: `kind:round outcome`. */
  record: string[];
}

export interface MapEdge {
  from: string;
  to: string;
  /** The outcomes that lead this way, in the order of their table. */
  outcomes: string[];
}

/** `start`, kinds of step, and `ending.<code>`. */
export interface ProcessMap {
  nodes: { id: string; step: Step['step'] | 'start' | 'ending' }[];
  edges: MapEdge[];
}

export interface Explored {
  findings: Finding[];
  map: ProcessMap;
  /** How many different records were looked at, and how many of them were at an end. */
  records: number;
  ends: number;
}

interface State {
  /** The outcomes of the record, in the order in which the path came upon them. */
  settled: Settled[];
  /** The same outcomes, in whichever order: one character for each. */
  key: string;
  wanted: Step[];
  ending?: string;
}

/** Explores a statute. The bounds of `ground.lastRound` keep it finite. */
export async function explore(statute: Statute, ground: Ground): Promise<Explored> {
  const findings = new Map<string, Finding>();
  const map = new MapDrawing();
  const nameOf = characters();
  let records = 1;
  let ends = 0;

  function report(finding: Omit<Finding, 'record'>, settled: readonly Settled[]): void {
    const key = `${finding.what} ${finding.at} ${finding.because}`;
    // The search goes by the length of the record, so the first to show it is the shortest.
    if (!findings.has(key)) findings.set(key, { ...finding, record: settled.map((done) => `${done.kind}:${done.round} ${done.outcome}`) });
  }

  async function reach(settled: Settled[], key: string): Promise<State | undefined> {
    try {
      const { wanted, ending } = await foresee(statute, settled);
      return ending === undefined ? { settled, key, wanted } : { settled, key, wanted, ending };
    } catch (error) {
      report({ what: 'throws', at: settled.at(-1)?.kind ?? 'start', because: String(error) }, settled);
      return undefined;
    }
  }

  /** Goes one outcome further. A record that another order of it has reached is not looked at again, but drawn all the same. */
  async function follow(state: State, reached: Map<string, State | undefined>): Promise<void> {
    for (const step of state.wanted) {
      if (step.round > ground.lastRound(step)) continue;
      for (const outcome of ground.outcomesOf(step)) {
        const settled = [...state.settled, { ...step, outcome }];
        const key = withCharacter(state.key, nameOf(`${keyOf(step)}=${outcome}`));
        if (!reached.has(key)) reached.set(key, await reach(settled, key));
        const after = reached.get(key);
        if (!after) continue;
        draw(map, state, step, outcome, after);
        if (after.ending !== undefined && state.wanted.length > 1) {
          report({ what: 'left-open', at: `ending.${after.ending}`, because: 'it ends while another step is open' }, settled);
        }
      }
    }
  }

  const start = await reach([], '');
  if (start) map.enter('start', '', start.wanted);
  for (let frontier = start ? [start] : []; frontier.length > 0;) {
    // Records that are reached from records of one length are one longer, so the longer and the shorter need not be kept.
    const reached = new Map<string, State | undefined>();
    for (const state of frontier) {
      if (inspect(state, ground, report)) ends++;
      else await follow(state, reached);
    }
    records += reached.size;
    frontier = [...reached.values()].filter((state) => state !== undefined);
  }
  return { findings: [...findings.values()], map: map.drawn(), records, ends };
}

/** Gives each outcome of a step a character of its own. */
function characters(): (outcome: string) => string {
  const known = new Map<string, string>();
  return (outcome) => {
    const character = known.get(outcome) ?? String.fromCodePoint(known.size + 1);
    known.set(outcome, character);
    return character;
  };
}

/** Two orders of the same outcomes are one record: its characters stand in their order. */
function withCharacter(key: string, character: string): string {
  let at = 0;
  while (at < key.length && key.charAt(at) < character) at++;
  return key.slice(0, at) + character + key.slice(at);
}

/** Reports what is wrong with a state; gives whether it is an end. */
function inspect(
  { settled, wanted, ending }: State,
  ground: Ground,
  report: (finding: Omit<Finding, 'record'>, settled: readonly Settled[]) => void,
): boolean {
  if (ending !== undefined) {
    for (const { anyOf, source } of findMissing(ground.order, { ending: ending as never }, settled)) {
      report({ what: 'predecessor-missing', at: `ending.${ending}`, because: `${source}: ${anyOf.join(' or ')}` }, settled);
    }
    return true;
  }
  if (wanted.length === 0) report({ what: 'dead-end', at: '', because: 'nothing is wanted and it has not ended' }, settled);
  for (const step of wanted) {
    const known = ground.outcomesOf(step).length > 0 && step.kind in ground.order;
    if (!known && step.kind !== 'intake')
      report({ what: 'unknown-step', at: step.kind, because: 'the tables or the legal order do not know it' }, settled);
    if (!ground.hasDoer(step)) report({ what: 'waits-for-nobody', at: step.kind, because: 'no role holds its duty' }, settled);
    for (const { anyOf, source } of findMissing(ground.order, step, settled)) {
      report({ what: 'predecessor-missing', at: step.kind, because: `${source}: ${anyOf.join(' or ')}` }, settled);
    }
  }
  return false;
}

/** What an outcome newly opens is where it leads; nothing, when another step beside it is still waited for. */
function draw(map: MapDrawing, before: State, step: Step, outcome: string, after: State): void {
  if (after.ending !== undefined) return map.end(step, outcome, after.ending);
  const open = new Set(before.wanted.map(keyOf));
  map.enter(
    step.kind,
    outcome,
    after.wanted.filter((wanted) => !open.has(keyOf(wanted))),
  );
}

class MapDrawing {
  readonly #nodes = new Map<string, ProcessMap['nodes'][number]>([['start', { id: 'start', step: 'start' }]]);
  readonly #edges = new Map<string, MapEdge>();

  enter(from: string, outcome: string, steps: Step[]): void {
    for (const { kind, step } of steps) {
      this.#nodes.set(kind, { id: kind, step });
      this.#join(from, outcome, kind);
    }
  }

  end(from: Step, outcome: string, ending: string): void {
    const id = `ending.${ending}`;
    this.#nodes.set(id, { id, step: 'ending' });
    this.#join(from.kind, outcome, id);
  }

  drawn(): ProcessMap {
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }

  #join(from: string, outcome: string, to: string): void {
    const key = `${from} ${to}`;
    const edge = this.#edges.get(key) ?? { from, to, outcomes: [] };
    this.#edges.set(key, edge);
    if (outcome && !edge.outcomes.includes(outcome)) edge.outcomes.push(outcome);
  }
}
