import Type from 'typebox';
import { IdNumber } from './id-number.ts';
import type { Label } from './label.ts';
import { PersonName } from './person.ts';

/** Who may apply for a household that cannot do so itself [M57 6]. */
export const agentRelations = {
  relative: { zh: '亲属', en: 'A relative' },
  'village-committee': { zh: '村（居）民委员会', en: 'The village or residents’ committee' },
  other: { zh: '其他受委托人', en: 'Somebody else with a mandate' },
} as const satisfies Record<string, Label>;
export type AgentRelation = keyof typeof agentRelations;

/** Somebody who applies in the name of the household [M57 6]. Without the `mandate`, a document, the supplement notice asks for it. */
export const Agent = Type.Object(
  {
    name: PersonName,
    idNumber: IdNumber,
    relation: Type.Enum(Object.keys(agentRelations) as AgentRelation[]),
    mandate: Type.Optional(Type.String({ format: 'uuid' })),
  },
  { additionalProperties: false },
);
export type Agent = Type.Static<typeof Agent>;
