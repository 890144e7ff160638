import type { Household } from '#lib/api/shapes.ts';

/** A household while somebody types it: every value is text until it is read; what no field shows is kept as it was. */
export interface EditedHousehold {
  kept: Partial<Household>;
  residence: string;
  members: EditedMember[];
  income: { member: string; kind: string; monthly: string }[];
  assets: { kind: string; amount: string }[];
  expenditure: EditedSpending[];
  /** Of temporary aid; empty words where nothing is told. */
  hardship: { kind: string; member: string; what: string; since: string };
}
export interface EditedSpending {
  kept: Partial<Spending>;
  kind: string;
  member: string;
  annual: string;
  reimbursed: string;
  /** What a public school charges for the same; of schooling alone [RIGID 5]. */
  publicPrice: string;
  evidence: string;
}
export interface EditedMember {
  kept: Partial<Household['members'][number]>;
  name: string;
  relation: string;
  idNumber: string;
  birth: string;
  sex: string;
  disability: string;
  level: string;
  absence: string;
  seriousIllness: boolean;
  fullTimeStudent: boolean;
  livesApart: boolean;
  cannotWork: boolean;
  hukou: string;
  capacity: string;
  guardian: string;
}
export type Spending = NonNullable<Household['expenditure']>[number];

/** A household without anybody. */
export function blankHousehold(): EditedHousehold {
  return {
    kept: {},
    residence: '',
    members: [blankMember('applicant')],
    income: [],
    assets: [],
    expenditure: [],
    hardship: blankHardship(),
  };
}

export function blankMember(relation = ''): EditedMember {
  return {
    kept: {},
    name: '',
    relation,
    idNumber: '',
    birth: '',
    sex: '',
    disability: '',
    level: '',
    absence: '',
    seriousIllness: false,
    fullTimeStudent: false,
    livesApart: false,
    cannotWork: false,
    hukou: '',
    capacity: '',
    guardian: '',
  };
}

export function blankSpending(): EditedSpending {
  return { kept: {}, kind: '', member: '', annual: '', reimbursed: '', publicPrice: '', evidence: '' };
}

export function blankHardship(): EditedHousehold['hardship'] {
  return { kind: '', member: '', what: '', since: '' };
}

/** A household as it can be typed over. */
export function editedFrom({ residence, members, income, assets, expenditure = [], hardship, ...kept }: Household): EditedHousehold {
  return {
    kept,
    residence,
    members: members.map((member) => ({
      kept: keptOf(member),
      name: member.name,
      relation: member.relation,
      idNumber: member.idNumber ?? '',
      birth: member.birth,
      sex: member.sex,
      disability: member.disability?.type ?? '',
      level: member.disability?.level.toString() ?? '',
      absence: member.absence ?? '',
      seriousIllness: member.seriousIllness ?? false,
      fullTimeStudent: member.fullTimeStudent ?? false,
      livesApart: member.livesWith === false,
      cannotWork: member.canWork === false,
      hukou: member.hukou ?? '',
      capacity: member.capacity === 'full' ? '' : (member.capacity ?? ''),
      guardian: member.guardian ?? '',
    })),
    income: income.map((entry) => ({ ...entry })),
    assets: assets.map(({ kind, amount }) => ({ kind, amount: amount ?? '' })),
    expenditure: expenditure.map(({ kind, member = '', annual, reimbursed = '', publicPrice = '', evidence = '', ...rest }) => ({
      kept: rest,
      kind,
      member,
      annual,
      reimbursed,
      publicPrice,
      evidence,
    })),
    hardship: { ...blankHardship(), ...hardship },
  };
}

/** What is known of a member and has no field here. */
function keptOf({ diedOn }: Household['members'][number]): EditedMember['kept'] {
  return diedOn === undefined ? {} : { diedOn };
}
