import {
  type Absence,
  type AssetKind,
  birthOf,
  type Capacity,
  checkIdNumber,
  type DisabilityType,
  type EvidenceKind,
  type ExpenditureKind,
  type HardshipKind,
  type IncomeKind,
  isMoney,
  type Relation,
  type Residence,
  type Sex,
  sexOf,
} from '@zhouji/domain';
import type { Household } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { readAmount } from '#lib/typed-input/typed-amount.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { plainText, readIdNumber, readName } from '#lib/typed-input/typed-text.ts';
import type { EditedHousehold, EditedMember, EditedSpending, Spending } from './edited-household.ts';

/** What was typed, read. `errors` names each place that cannot be read, in the form `members/1/birth`, with what to do. */
export function readHousehold(edited: EditedHousehold): { household: Household; errors: Record<string, MessageKey> } {
  const errors: Record<string, MessageKey> = {};
  const note = (path: string, key: MessageKey): string => {
    errors[path] = key;
    return '';
  };
  const household: Household = {
    ...edited.kept,
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
    ...(edited.expenditure.length === 0
      ? {}
      : { expenditure: edited.expenditure.map((entry, i) => readSpending(entry, `expenditure/${i}`, note)) }),
    ...readHardship(edited.hardship, note),
  };
  return { household, errors };
}

/** What happened: all of it or nothing of it. */
function readHardship(
  { kind, member, what, since }: EditedHousehold['hardship'],
  note: (path: string, key: MessageKey) => string,
): Pick<Household, 'hardship'> {
  if (kind === '' && what.trim() === '' && since.trim() === '') return {};
  return {
    hardship: {
      kind: (kind || note('hardship/kind', 'error.choose')) as HardshipKind,
      what: what.trim() || note('hardship/what', 'error.fill-in'),
      since: readDay(since) ?? note('hardship/since', 'error.day'),
      ...(member ? { member } : {}),
    },
  };
}

function readSpending(
  { kept, kind, member, annual, reimbursed, publicPrice, evidence }: EditedSpending,
  path: string,
  note: (path: string, key: MessageKey) => string,
): Spending {
  const isSchooling = kind === 'education' && publicPrice.trim() !== '';
  const charged = isSchooling ? (readAmount(publicPrice) ?? note(`${path}/publicPrice`, 'error.amount')) : undefined;
  const paidBack = reimbursed.trim() === '' ? undefined : (readAmount(reimbursed) ?? note(`${path}/reimbursed`, 'error.amount'));
  return {
    ...kept,
    kind: (kind || note(`${path}/kind`, 'error.choose')) as ExpenditureKind,
    annual: readAmount(annual) ?? note(`${path}/annual`, 'error.amount'),
    ...(member ? { member } : {}),
    ...(paidBack === undefined ? {} : { reimbursed: paidBack }),
    ...(charged === undefined ? {} : { publicPrice: charged }),
    ...(evidence ? { evidence: evidence as EvidenceKind } : {}),
  };
}

function readMember(member: EditedMember, path: string, note: (path: string, key: MessageKey) => string): Household['members'][number] {
  const idNumber = readIdNumber(member.idNumber);
  const fault = idNumber === '' ? undefined : checkIdNumber(idNumber);
  if (fault) note(`${path}/idNumber`, `error.id-number.${fault}`);
  const isIdGood = idNumber !== '' && !fault;
  const birth = readDay(member.birth) ?? (isIdGood ? birthOf(idNumber) : note(`${path}/birth`, 'error.day'));
  const sex = (member.sex || (isIdGood ? sexOf(idNumber) : note(`${path}/sex`, 'error.choose'))) as Sex;
  if (member.disability && !member.level) note(`${path}/level`, 'error.choose');
  const hukou = plainText(member.hukou);
  const guardian = member.guardian.trim() === '' ? undefined : (readName(member.guardian) ?? note(`${path}/guardian`, 'error.name'));
  return {
    ...member.kept,
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
    ...(member.capacity ? { capacity: member.capacity as Capacity } : {}),
    ...(guardian === undefined ? {} : { guardian }),
    ...(hukou === '' ? {} : { hukou }),
  };
}
