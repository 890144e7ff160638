import type { Assessment as Assessed } from '@zhouji/domain';
import type { components, operations } from './api.generated.d.ts';

type Schemas = components['schemas'];

/** What the API answers with, by the names that pages use. */
export type AreaTree = Schemas['AreaTree'];
export type CaseSummary = Schemas['CaseSummary'];
export type Facts = Schemas['Facts'];
export type Household = Schemas['Household'];
export type HouseholdMember = Schemas['HouseholdMember'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type Me = Schemas['Me'];
export type OutcomeGiven = Schemas['OutcomeGiven'];
export type Problem = Schemas['Problem'];
export type TaskFile = Schemas['TaskFile'];
export type TaskOfCase = Schemas['TaskOfCase'];
export type Tracking = Schemas['Tracking'];
export type PublicNotice = Answer<'listNotices'>['items'][number];
export type Family = Answer<'findHouseholds'>['items'][number];
export type Applied = operations['apply']['responses'][201]['content']['application/json'];
export type RelativeDeclaration = NonNullable<Application['declarations']['relatives']>[number];
export type Application = operations['apply']['requestBody']['content']['application/json'];

/** The document cannot describe a tree of any depth; what is in `because` is the domain's. */
export function explanationOf(assessment: Schemas['Assessment']): Assessed['because'] {
  return assessment.because as unknown as Assessed['because'];
}

type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
