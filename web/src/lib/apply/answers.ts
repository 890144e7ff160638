import {
  type AgentRelation,
  type AssetKind,
  type Capacity,
  type DisabilityType,
  type EvidenceKind,
  type ExpenditureKind,
  guardianOf,
  type HardshipKind,
  type HouseholdMember,
  type IncomeKind,
  needsGuardian,
  type Programme,
  type Relation,
  type Residence,
  type Sex,
} from '@zhouji/domain';
import type { RelativeDeclaration } from '#lib/api/shapes.ts';

/** A member as far as the applicant has told of it; only what was read well is kept. */
export interface MemberAnswers {
  name?: string;
  relation?: Relation;
  idNumber?: string;
  birth?: string;
  sex?: Sex;
  /** Where the member is registered, where that is another county than the one they live in. */
  hukou?: string;
  disability?: { type: DisabilityType; level: number };
  seriousIllness?: boolean;
  fullTimeStudent?: boolean;
  capacity?: Capacity;
  guardian?: string;
}

/** The application as far as it is filled in, in the shape in which it will be sent. It lives on the server, in a draft. */
export interface Answers {
  programme: Programme;
  township?: string;
  village?: string;
  household: {
    residence?: Residence;
    /** The applicant comes first. */
    members: MemberAnswers[];
    income: { member: string; kind: IncomeKind; monthly: string }[];
    assets: { kind: AssetKind; amount?: string }[];
    /** Asked of a rigid-expenditure household and in temporary aid. */
    expenditure?: {
      kind: ExpenditureKind;
      member?: string;
      annual: string;
      reimbursed?: string;
      publicPrice?: string;
      evidence?: EvidenceKind;
    }[];
    /** Asked in temporary aid alone. */
    hardship?: { kind: HardshipKind; member?: string; what: string; since: string };
  };
  declarations: {
    truthful: boolean;
    authorizations: string[];
    relatives: RelativeDeclaration[];
    /** Who applies in the name of the household; left out: the applicant. */
    agent?: { name: string; idNumber: string; relation: AgentRelation };
  };
  /** Where the money is to go, in the name of the applicant; asked in temporary aid alone. */
  account?: { bank: string; account: string };
  /** Papers that were added, for showing; the files are the API's. */
  documents: { what: string; name: string }[];
  /** The receipt of a case whose answers are put right here; an application of its own has none. */
  correctionOf?: string;
}

/** An application of which nothing is known yet. */
export function blankAnswers(): Answers {
  return {
    programme: 'subsistence-allowance',
    household: { members: [{ relation: 'applicant' }], income: [], assets: [] },
    declarations: { truthful: false, authorizations: [], relatives: [] },
    documents: [],
  };
}

/** Age of majority in years [CIVIL 17]: for asking the right people; what follows from it is the API's to decide. */
const majority = 18;

/** Members who sign for themselves on `day` [M57 9(3)]; for the others their guardians do. Where the birth is unknown, they count. */
export function adultsOf({ household }: Answers, day: string): string[] {
  return household.members.flatMap((member) =>
    member.name && (!member.birth || !needsGuardian(member as HouseholdMember, { day, majority })) ? [member.name] : [],
  );
}

/** Who signs for an applicant that cannot; undefined where the applicant can, or where nobody is known who could. */
export function signerOf({ household }: Answers, day: string): string | undefined {
  const [applicant] = household.members as HouseholdMember[];
  if (!applicant?.birth || !needsGuardian(applicant, { day, majority })) return undefined;
  return guardianOf(household as Parameters<typeof guardianOf>[0], applicant, { day, majority });
}

/** The answers as the API takes them. Those who have not authorised the verification will be asked for it by the office. */
export function applicationOf(answers: Answers, day: string): unknown {
  const { programme, township, village, household, declarations, account } = answers;
  const { expenditure, hardship, ...rest } = household;
  const spending = programme === 'rigid-expenditure' || programme === 'temporary-aid' ? { expenditure: expenditure ?? [] } : {};
  const signedBy = signerOf(answers, day);
  return {
    programme,
    township,
    village,
    household: { ...rest, ...spending, ...(programme === 'temporary-aid' && hardship ? { hardship } : {}) },
    declarations: { ...declarations, ...(signedBy ? { signedBy } : {}) },
    ...(programme === 'temporary-aid' && account ? { account } : {}),
  };
}
