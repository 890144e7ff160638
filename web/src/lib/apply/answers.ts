import type { AssetKind, DisabilityType, IncomeKind, Relation, Residence, Sex } from '@zhouji/domain';
import type { RelativeDeclaration } from '#lib/api/shapes.ts';

/** A member as far as the applicant has told of it; only what was read well is kept. */
export interface MemberAnswers {
  name?: string;
  relation?: Relation;
  idNumber?: string;
  birth?: string;
  sex?: Sex;
  disability?: { type: DisabilityType; level: number };
  seriousIllness?: boolean;
  fullTimeStudent?: boolean;
}

/** The application as far as it is filled in, in the shape in which it will be sent. It lives on the server, in a draft. */
export interface Answers {
  programme: 'subsistence-allowance';
  township?: string;
  village?: string;
  household: {
    residence?: Residence;
    /** The applicant comes first. */
    members: MemberAnswers[];
    income: { member: string; kind: IncomeKind; monthly: string }[];
    assets: { kind: AssetKind; amount?: string }[];
  };
  declarations: {
    truthful: boolean;
    authorizations: string[];
    relatives: RelativeDeclaration[];
  };
  /** Papers that were added, for showing; the files are the API's. */
  documents: { what: string; name: string }[];
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

/** Members of age on `day`: each authorises the verification in person [M57 9]. Where the birth is unknown, they count. */
export function adultsOf(answers: Answers, day: string): string[] {
  const bornBy = `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`;
  return answers.household.members.flatMap(({ name, birth }) => (name && (!birth || birth <= bornBy) ? [name] : []));
}

/** The answers as the API takes them. Those who have not authorised the verification will be asked for it by the office. */
export function applicationOf({ programme, township, village, household, declarations }: Answers): unknown {
  return { programme, township, village, household, declarations };
}
