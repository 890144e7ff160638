import { refuse, roles } from '@zhouji/domain';
import type { Actor } from '../actor.ts';
import type { CaseFrame } from './case-frame.ts';
import { isSamePerson } from './doer.ts';
import { relativesOf } from './relatives-of.ts';

type InCase = Pick<CaseFrame, 'declarations' | 'relatives'> & {
  tasks: readonly Pick<CaseFrame['tasks'][number], 'kind' | 'outcomeData'>[];
};

/**
 * M57 11 — A close relative of the household decides nothing in its case, beside the tasks either: takes nothing back,
 * lengthens nothing, passes nothing on. To report what somebody knows is everybody's.
 *
 * @throws Refusal RECUSED
 */
export function requireImpartial(who: Actor, frame: InCase): void {
  const officer = recusedAs(who, frame);
  if (officer !== undefined) refuse('RECUSED', { officer });
}

/** The officer as whom somebody is a close relative of the household; undefined when they are none, or no officer. */
export function recusedAs(who: Actor, frame: InCase): string | undefined {
  if (who.role === 'citizen' || !Object.hasOwn(roles, who.role)) return undefined;
  return relativesOf(frame).find(({ officer, officerAccount }) => isSamePerson(who, { account: officerAccount, name: officer }))?.officer;
}
