import type { Passed, PassedThing } from '@zhouji/domain';
import type { Household } from '#lib/api/shapes.ts';

/** One thing that is passed on, as it is typed. */
export interface TypedThing {
  thing: PassedThing;
  value: string;
}

/** What was typed; lines without a value are left out. */
export function passedFrom(things: readonly TypedThing[]): Passed[] {
  return things.map(({ thing, value }) => ({ thing, value: value.trim() })).filter(({ value }) => value !== '');
}

/** An agreement as it is typed; empty where nobody was asked yet. */
export interface TypedConsent {
  by: string;
  how: string;
  on: string;
}

/** The agreement that was typed, for the body of a request; nothing where nobody was asked. */
export function consentFrom({ by, how, on }: TypedConsent): { consent?: { by: string; how: never; on: string } } {
  return by.trim() === '' ? {} : { consent: { by: by.trim(), how: how as never, on } };
}

/** What the record knows of a family, thing by thing: it is offered, so that nobody types it again. */
export type KnownThings = Partial<Record<PassedThing, string>>;

export function knownThings({ members }: Household): KnownThings {
  const applicant = members.find(({ relation }) => relation === 'applicant') ?? members[0];
  const ill = members.filter(({ seriousIllness }) => seriousIllness).map(({ name }) => name);
  return {
    ...(applicant ? { name: applicant.name } : {}),
    ...(applicant?.idNumber ? { 'id-number': applicant.idNumber } : {}),
    ...(members.length > 0 ? { persons: String(members.length) } : {}),
    ...(ill.length > 0 ? { illness: ill.join('、') } : {}),
  };
}
