import {
  acts,
  type Duty,
  duties,
  holds,
  isTaskKind,
  periods,
  type ProcessName,
  processRow,
  type Role,
  roles,
  type TaskKind,
  taskRow,
} from '@zhouji/domain';
import type { Ground } from './explore.ts';
import { legalOrders } from './legal-order.ts';
import type { Step } from './process.ts';

const SURVEY_VISITS = 2;
const REVIEWS = 2;
const STAGES = 2;

/**
 * The tables of the domain, as the explorer of a process's statute asks for them. Two rounds show every edge of the
 * map; a third shows that nothing goes wrong in coming back once more.
 */
export function groundOf(process: ProcessName, rounds: 1 | 2 | 3 = 3): Ground {
  // Who comes a second time to a closed door learns what a third time would show.
  const most = isLong(process) ? Math.min(rounds, REVIEWS) : rounds;
  const lastRound = ({ kind }: Step) => {
    if (process === 'expenditure-aid' && inInstalments.includes(kind)) return 1;
    if (process === 'case-discussion' && inStages.includes(kind)) return Math.min(most, STAGES);
    return kind === 'survey' ? Math.min(most, SURVEY_VISITS) : most;
  };
  return { outcomesOf: rounds === 3 ? onTheMainRoad : outcomesOf, hasDoer, order: legalOrders[process], lastRound };
}

/** One instalment is paid as the next: that another follows, the first shows. */
const inInstalments: readonly string[] = ['aid-stage', 'instalment', 'aid-order', 'payment'];

/** A stage of a discussion's amount is ordered as the one before it; what is handed over by hand counts its tries over all of them. */
const inStages: readonly string[] = ['discussion-stage', 'stage-day', 'stage-condition', 'discussion-order', 'payment'];

/** What is done before the first opinion, or before a meeting, and whose first outcome leads on. */
const beforeOpinion: readonly string[] = ['intake', 'same-reason', 'known-group', 'survey', 'verification', 'pre-check'];

/** Whose outcome says who decides, round by round; both ways are alike in how they come back. */
const byAmount: readonly string[] = ['ceiling'];

/** Coming back a third time is looked at from one way in: that every way in leads on, two rounds have shown. */
function onTheMainRoad(step: Step): readonly string[] {
  return beforeOpinion.includes(step.kind) || byAmount.includes(step.kind) ? outcomesOf(step).slice(0, 1) : outcomesOf(step);
}

/** How a step may end by its table, in the table's order. */
export function outcomesOf({ step, kind, round }: Step): readonly string[] {
  if (step === 'task') return isTaskKind(kind) ? taskOutcomes(kind, round) : [];
  const table: Record<string, { outcomes: readonly string[] }> = step === 'act' ? acts : periods;
  return table[kind]?.outcomes ?? [];
}

function taskOutcomes(kind: TaskKind, round: number): readonly string[] {
  const { outcomes, firstRoundOnly = [] } = taskRow(kind);
  return Object.keys(outcomes).filter((outcome) => round === 1 || !firstRoundOnly.includes(outcome));
}

function hasDoer({ step, kind }: Step): boolean {
  if (step !== 'task') return true;
  if (!isTaskKind(kind)) return false;
  const { duty, dutyInCountyMode } = taskRow(kind);
  return isHeld(duty) && (dutyInCountyMode === undefined || isHeld(dutyInCountyMode));
}

function isHeld(duty: Duty): boolean {
  return duty in duties && (Object.keys(roles) as Role[]).some((role) => holds(role, duty));
}

/** What lives on after a grant begins anew with each review: after the second, whatever the first was, a third shows nothing, and takes fifty times as long. */
function isLong(process: ProcessName): boolean {
  return processRow(process).opensFrom === 'grant';
}
