import type { CaseFile, ClockRow } from '@zhouji/database';
import { dayOf, formatYuan, type Instant, type Label, type Stage, stages } from '@zhouji/domain';
import type { Tracking } from '../answers/tracking.ts';
import type { Language } from '../language.ts';

/** The stations that an applicant hears of, in their order. Waiting for papers is part of receiving, an objection part of the notice. */
const stations: readonly { step: Stage; label: Label; stages: readonly Stage[] }[] = [
  { step: 'received', label: { zh: '已收件', en: 'Received' }, stages: ['received', 'to-supplement'] },
  { step: 'surveying', label: { zh: '调查核对', en: 'Survey and verification' }, stages: ['surveying'] },
  { step: 'reviewing', label: { zh: '初审', en: 'Opinion' }, stages: ['reviewing'] },
  { step: 'on-notice', label: { zh: '公示', en: 'Public notice' }, stages: ['on-notice', 'objection'] },
  { step: 'confirming', label: { zh: '审核确认', en: 'Confirmation' }, stages: ['confirming'] },
  { step: 'closed', label: { zh: '办结', en: 'Decided' }, stages: ['closed'] },
];

/** Where an application stands: steps and days, no name, no address, no number of a person. */
export function trackingShown(file: CaseFile, clocks: readonly ClockRow[], language: Language): Tracking {
  const { stage, award } = file;
  const due = clocks.flatMap(({ state, dueOn }) => (state === 'running' ? [dueOn] : [])).toSorted()[0];
  return {
    receipt: file.receipt,
    programme: file.programme,
    stage,
    steps: stepsOf(file, language),
    ...(due ? { nextBy: due } : {}),
    ending: file.ending,
    ...(award ? { amount: formatYuan(award.monthlyFen), from: award.fromMonth, because: withoutNames(award.because) } : {}),
  };
}

/** The trees of an amount as anybody with the receipt may see them: whose income or top-up it is stays in the letter. */
function withoutNames(because: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(because, (key, value: unknown) => (key === 'member' ? undefined : value))) as Record<string, unknown>;
}

function stepsOf(file: CaseFile, language: Language): Tracking['steps'] {
  const { stage } = file;
  const days = daysOf(file);
  const now = stations.findIndex((station) => station.stages.includes(stage));
  return stations.flatMap(({ step, label }, place): Tracking['steps'] => {
    const on = days[step];
    if (stage === 'closed') return on === undefined ? [] : [{ step, label: label[language], state: 'done', on }];
    if (place > now) return [{ step, label: label[language], state: 'ahead' }];
    const at = on === undefined ? {} : { on };
    return place === now
      ? [{ step, label: stages[stage].label[language], state: 'now', ...at }]
      : [{ step, label: label[language], state: 'done', ...at }];
  });
}

/** The day on which each station was reached. */
function daysOf({ appliedAt, closedAt, tasks, periods }: CaseFile): Partial<Record<Stage, string>> {
  const opened = (...kinds: string[]) => earliest(tasks.filter(({ kind }) => kinds.includes(kind)).map(({ openedAt }) => openedAt));
  const reached: Partial<Record<Stage, Instant | undefined>> = {
    received: appliedAt,
    surveying: opened('survey', 'verification'),
    reviewing: opened('opinion'),
    'on-notice': earliest(periods.map(({ startsAt }) => startsAt)),
    confirming: opened('confirm', 'county-visit'),
    closed: closedAt ?? undefined,
  };
  return Object.fromEntries(Object.entries(reached).flatMap(([step, at]) => (at ? [[step, dayOf(at)]] : [])));
}

function earliest(instants: Instant[]): Instant | undefined {
  return instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}
