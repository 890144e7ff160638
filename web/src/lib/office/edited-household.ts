import {
  type AssetKind,
  birthOf,
  checkIdNumber,
  type DisabilityType,
  type IncomeKind,
  isMoney,
  type Relation,
  type Residence,
  type Sex,
  sexOf,
  type Absence,
} from '@zhouji/domain';
import type { Household } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { readAmount } from '#lib/typed-input/typed-amount.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { readIdNumber, readName } from '#lib/typed-input/typed-text.ts';

/** A household while somebody types it: every value is text until it is read. */
export interface EditedHousehold {
  residence: string;
  members: EditedMember[];
  income: { member: string; kind: string; monthly: string }[];
  assets: { kind: string; amount: string }[];
}
export interface EditedMember {
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
}

/** A household without anybody. */
export function blankHousehold(): EditedHousehold {
  return { residence: '', members: [blankMember('applicant')], income: [], assets: [] };
}

export function blankMember(relation = ''): EditedMember {
  return {
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
  };
}

/** A household as it can be typed over. */
export function editedFrom({ residence, members, income, assets }: Household): EditedHousehold {
  return {
    residence,
    members: members.map((member) => ({
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
    })),
    income: income.map((entry) => ({ ...entry })),
    assets: assets.map(({ kind, amount }) => ({ kind, amount: amount ?? '' })),
  };
}

/** What was typed, read. `errors` names each place that cannot be read, in the form `members/1/birth`, with what to do. */
export function readHousehold(edited: EditedHousehold): { household: Household; errors: Record<string, MessageKey> } {
  const errors: Record<string, MessageKey> = {};
  const note = (path: string, key: MessageKey): string => {
    errors[path] = key;
    return '';
  };
  const household: Household = {
    residence: (edited.residence || note('residence', 'error.choose')) as Residence,
    members: edited.members.map((member, i) => readMember(member, `members/${i}`, note)),
    income: edited.income.map(({ member, kind, monthly }, i) => ({
      member: member || note(`income/${i}/member`, 'error.choose'),
      kind: (kind || note(`income/${i}/kind`, 'error.choose')) as IncomeKind,
      monthly: readAmount(monthly) ?? note(`income/${i}/monthly`, 'error.amount'),
    })),
    assets: edited.assets.map(({ kind, amount }, i) => {
      const read = readAmount(amount);
      if (!kind) note(`assets/${i}/kind`, 'error.choose');
      if (read === undefined && (amount.trim() !== '' || isMoney(kind as AssetKind))) note(`assets/${i}/amount`, 'error.amount');
      return { kind: kind as AssetKind, ...(read === undefined ? {} : { amount: read }) };
    }),
  };
  return { household, errors };
}

function readMember(member: EditedMember, path: string, note: (path: string, key: MessageKey) => string): Household['members'][number] {
  const idNumber = readIdNumber(member.idNumber);
  const fault = idNumber === '' ? undefined : checkIdNumber(idNumber);
  if (fault) note(`${path}/idNumber`, `error.id-number.${fault}`);
  const isIdGood = idNumber !== '' && !fault;
  const birth = readDay(member.birth) ?? (isIdGood ? birthOf(idNumber) : note(`${path}/birth`, 'error.day'));
  const sex = (member.sex || (isIdGood ? sexOf(idNumber) : note(`${path}/sex`, 'error.choose'))) as Sex;
  if (member.disability && !member.level) note(`${path}/level`, 'error.choose');
  return {
    name: readName(member.name) ?? note(`${path}/name`, 'error.name'),
    relation: (member.relation || note(`${path}/relation`, 'error.choose')) as Relation,
    birth,
    sex,
    ...(idNumber === '' ? {} : { idNumber }),
    ...(member.disability ? { disability: { type: member.disability as DisabilityType, level: Number(member.level) } } : {}),
    ...(member.seriousIllness ? { seriousIllness: true } : {}),
    ...(member.fullTimeStudent ? { fullTimeStudent: true } : {}),
    ...(member.livesApart ? { livesWith: false } : {}),
    ...(member.absence ? { absence: member.absence as Absence } : {}),
    ...(member.cannotWork ? { canWork: false } : {}),
  };
}
