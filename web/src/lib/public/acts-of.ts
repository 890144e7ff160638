import type { Tracking } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';

interface Act {
  href: string;
  label: MessageKey;
  hint: MessageKey;
}

/** What the holder of a receipt may do besides what is asked; in the order in which people look for it. */
const acts = {
  'add-papers': undefined,
  'report-change': { href: '/track/case/change', label: 'act.change', hint: 'act.change.hint' },
  'report-death': { href: '/track/case/death', label: 'act.death', hint: 'act.death.hint' },
  withdraw: { href: '/track/case/withdraw', label: 'act.withdraw', hint: 'act.withdraw.hint' },
  'give-up': { href: '/track/case/give-up', label: 'act.giveUp', hint: 'act.giveUp.hint' },
} as const satisfies Record<Tracking['may'][number], Act | undefined>;

/** The ones that are open now, each with its page. */
export function actsOf({ may }: Pick<Tracking, 'may'>): Act[] {
  return (Object.keys(acts) as (keyof typeof acts)[]).flatMap((name) => (may.includes(name) ? (acts[name] ?? []) : []));
}
