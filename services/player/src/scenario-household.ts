import {
  Asset,
  assistanceProgrammes,
  Expenditure,
  findHouseholdFaults,
  Household,
  householdFaults,
  Income,
  makeIdNumber,
  type PlainDate,
  type Programme,
} from '@zhouji/domain';
import Type from 'typebox';
import Value from 'typebox/value';
import { complaint, complaintsAbout, type Path, type Source, valueAt } from './source.ts';

const closed = { additionalProperties: false };

/** Yuan: a number with at most two decimals, or the text of one. Decimals are looked at in the text: binary fractions have no hundredths. */
const Amount = Type.Union([
  Type.Refine(
    Type.Number(),
    (amount) => Value.Check(Income.properties.monthly, String(amount)),
    () => 'is not an amount in yuan with at most two decimals',
  ),
  Income.properties.monthly,
]);
const IncomeInFile = Type.Array(Type.Object({ ...Income.properties, monthly: Amount }, closed), { maxItems: 200 });
const AssetsInFile = Type.Array(Type.Object({ ...Asset.properties, amount: Type.Optional(Amount) }, closed), { maxItems: 200 });
const ExpenditureInFile = Type.Array(
  Type.Object({ ...Expenditure.properties, annual: Amount, reimbursed: Type.Optional(Amount), publicPrice: Type.Optional(Amount) }, closed),
  { maxItems: 200 },
);
const HouseholdInFile = Type.Object(
  {
    ...Household.properties,
    programme: Type.Optional(Type.Enum(assistanceProgrammes)),
    area: Type.Optional(Type.Enum(['demo'])),
    income: Type.Optional(IncomeInFile),
    assets: Type.Optional(AssetsInFile),
    expenditure: Type.Optional(ExpenditureInFile),
  },
  closed,
);

/** The region of made-up identity numbers: that of the demo county, which no real number has. */
const demoRegion = '999901';

/** A household as the domain knows it, from the one at `path`, with an identity number made up for whoever has none. Undefined after a complaint. */
export function readHousehold(
  source: Source,
  { path, day }: { path: Path; day: PlainDate },
  complaints: string[],
): { programme: Programme; household: Household } | undefined {
  const found = complaintsAbout(source, HouseholdInFile, path);
  complaints.push(...found);
  if (found.length > 0) return undefined;
  const {
    programme,
    area: _demo,
    income,
    assets,
    expenditure,
    ...rest
  } = valueAt(source.value, path) as Type.Static<typeof HouseholdInFile>;
  const household = {
    ...rest,
    members: rest.members.map((member, index) => ({
      ...member,
      idNumber: member.idNumber ?? makeIdNumber(demoRegion, member.birth, member.sex, index),
    })),
    income: incomeOf(income ?? []),
    assets: assetsOf(assets ?? []),
    ...(expenditure && { expenditure: expenditureOf(expenditure) }),
  };
  for (const { code, path: steps } of findHouseholdFaults(household, day)) {
    complaints.push(complaint(source, [...path, ...stepsOf(steps)], householdFaults[code].en));
  }
  return { programme: programme ?? 'subsistence-allowance', household };
}

/** The list of income at `path`, as the domain knows it. Undefined after a complaint. */
export function readIncome(source: Source, path: Path, complaints: string[]): Income[] | undefined {
  const found = complaintsAbout(source, IncomeInFile, path);
  complaints.push(...found);
  return found.length > 0 ? undefined : incomeOf(valueAt(source.value, path) as Type.Static<typeof IncomeInFile>);
}

/** The list of assets at `path`, as the domain knows it. Undefined after a complaint. */
export function readAssets(source: Source, path: Path, complaints: string[]): Asset[] | undefined {
  const found = complaintsAbout(source, AssetsInFile, path);
  complaints.push(...found);
  return found.length > 0 ? undefined : assetsOf(valueAt(source.value, path) as Type.Static<typeof AssetsInFile>);
}

function incomeOf(income: Type.Static<typeof IncomeInFile>): Income[] {
  return income.map((each) => ({ ...each, monthly: String(each.monthly) }));
}

function assetsOf(assets: Type.Static<typeof AssetsInFile>): Asset[] {
  return assets.map(({ amount, ...asset }) => (amount === undefined ? asset : { ...asset, amount: String(amount) }));
}

function expenditureOf(expenditure: Type.Static<typeof ExpenditureInFile>): Expenditure[] {
  return expenditure.map(({ annual, reimbursed, publicPrice, ...item }) => ({
    ...item,
    annual: String(annual),
    ...(reimbursed !== undefined && { reimbursed: String(reimbursed) }),
    ...(publicPrice !== undefined && { publicPrice: String(publicPrice) }),
  }));
}

function stepsOf(path: string): Path {
  return path.split('/').map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step));
}
