import Type from 'typebox';
import { PersonName } from './person.ts';

/** Close relatives (近亲属), and no others [CIVIL 1045]. */
export const closeRelations = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'] as const;
export type CloseRelation = (typeof closeRelations)[number];

/** Kin that people ask about and that the law does not count among close relatives [CIVIL 1045]. */
export const otherKin = ['cousin', 'uncle-aunt', 'nephew-niece', 'in-law'] as const;
export type Kin = CloseRelation | (typeof otherKin)[number];
export const kin: readonly Kin[] = [...closeRelations, ...otherKin];

/** Whether the law registers, visits and recuses for this relation [M57 11, 20; CIVIL 1045]. A cousin is none. */
export function isCloseRelation(relation: Kin): relation is CloseRelation {
  return (closeRelations as readonly string[]).includes(relation);
}

/** A close relative of the household among officers or members of the village committee [M57 11]. */
export const RelativeDeclaration = Type.Object(
  { member: PersonName, officer: PersonName, relation: Type.Enum(closeRelations) },
  { additionalProperties: false },
);
export type RelativeDeclaration = Type.Static<typeof RelativeDeclaration>;

/** How a relative became known: declared when applying, told at intake, or found later by an officer, the county, or a report. */
export const relativeSources = ['declared', 'intake', 'officer', 'county', 'report'] as const;
export type RelativeSource = (typeof relativeSources)[number];

/** A relative as the register keeps it; `officerAccount` where it is known which account is meant, so that a namesake is not. */
export interface RegisteredRelative {
  readonly member: string;
  readonly officer: string;
  readonly officerAccount: string | null;
  readonly relation: CloseRelation;
  readonly how: RelativeSource;
}
