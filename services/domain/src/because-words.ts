import type { Operation } from './because.ts';
import type { Label } from './label.ts';

/** What people read for the parts of an explanation. `{n}` is the number at the end of a word such as `member-2`. */
const parts: Record<string, Label> = {
  monthly: { zh: '月保障金额', en: 'Monthly amount' },
  eligible: { zh: '是否符合条件', en: 'Whether eligible' },
  perCapita: { zh: '人均月收入', en: 'Income per head' },
  base: { zh: '补差', en: 'Difference paid' },
  topUp: { zh: '增发', en: 'Top-up' },
  standards: { zh: '全家标准合计', en: 'Standard of all persons' },
  standard: { zh: '每人标准', en: 'Standard a person' },
  netIncome: { zh: '全家月净收入', en: 'Net income of the household' },
  netWage: { zh: '扣除就业成本后的工资', en: 'Wage after the cost of work' },
  wage: { zh: '工资', en: 'Wage' },
  deduction: { zh: '就业成本扣除', en: 'Cost of work' },
  share: { zh: '按比例', en: 'By share' },
  cap: { zh: '封顶', en: 'Cap' },
  amount: { zh: '金额', en: 'Amount' },
  ratio: { zh: '比例', en: 'Share' },
  count: { zh: '人数', en: 'Persons' },
  rule: { zh: '规则', en: 'Rule' },
  rounding: { zh: '取整', en: 'Rounding' },
  dividend: { zh: '收入合计', en: 'Total income' },
  divisor: { zh: '人数', en: 'Persons' },
  limit: { zh: '上限', en: 'Limit' },
  hasMembers: { zh: '有计入的成员', en: 'Somebody is counted' },
  incomeBelowStandard: { zh: '人均收入低于标准', en: 'Income per head below the standard' },
  deposits: { zh: '存款不超过限额', en: 'Deposits within the limit' },
  noPassengerCar: { zh: '没有生活用小汽车', en: 'No passenger car' },
  noSecondHome: { zh: '没有第二套住房', en: 'No second home' },
  noCompany: { zh: '没有公司', en: 'No company' },
  member: { zh: '第 {n} 名成员', en: 'Member {n}' },
  income: { zh: '第 {n} 项收入', en: 'Income {n}' },
  asset: { zh: '第 {n} 项财产', en: 'Asset {n}' },
  elderly: { zh: '老年人', en: 'Elderly' },
  minor: { zh: '未成年人', en: 'Minor' },
  severeDisability: { zh: '重度残疾', en: 'Severely disabled' },
  severeIllness: { zh: '重病', en: 'Seriously ill' },
  incomeNotBelowStandard: { zh: '人均收入不低于标准', en: 'Income per head not below the standard' },
  incomeBelowEdge: { zh: '人均收入低于边缘标准', en: 'Income per head below the edge limit' },
  incomeNotBelowEdge: { zh: '人均收入不低于边缘标准', en: 'Income per head not below the edge limit' },
  incomeBelowDisposable: { zh: '人均收入低于上年度人均可支配收入', en: 'Income per head below last year’s disposable income' },
  spendingOverShare: { zh: '必需支出超过收入的规定比例', en: 'Necessary spending over the set share of income' },
  spending: { zh: '第 {n} 项支出', en: 'Spending {n}' },
  paid: { zh: '支出', en: 'Spent' },
  reimbursed: { zh: '已报销', en: 'Paid back' },
  edgeHousehold: { zh: '已认定的低保边缘家庭', en: 'Edge household on record' },
  publicPrice: { zh: '公办学校收费标准', en: 'Public school price' },
  aid: { zh: '救助金额', en: 'Amount of the aid' },
  byTier: { zh: '按档次计算', en: 'By tier' },
  months: { zh: '救助月数', en: 'Months' },
  tier: { zh: '所属档次', en: 'The tier reached' },
  test: { zh: '档次条件', en: 'Condition of the tier' },
  fromShare: { zh: '支出达到这一档起点', en: 'Spending reaches the beginning of the tier' },
  belowNext: { zh: '支出未到下一档起点', en: 'Spending stays below the next tier' },
  overShare: { zh: '支出超过这一档比例', en: 'Spending is over the share of the tier' },
  withinShare: { zh: '支出未超过下一档比例', en: 'Spending is not over the share of the next tier' },
  spendingReachesTier: { zh: '必需支出达到第一档', en: 'Necessary spending reaches the first tier' },
  hasSpending: { zh: '有必需支出', en: 'There is necessary spending' },
  reachesShare: { zh: '支出占收入达到规定比例', en: 'Spending takes the set share of income' },
  notHelpedForThis: { zh: '同一事由本年未超过规定次数', en: 'Not helped too often this year for the same reason' },
  knownGroup: { zh: '已认定的困难群众', en: 'Known already as a household in hardship' },
  found: { zh: '本年同一事由已救助', en: 'Helped this year for the same reason' },
  special: { zh: '县级认定情况特殊', en: 'Found special by the county' },
  earlierAid: { zh: '第 {n} 次救助', en: 'Earlier aid {n}' },
  necessarySpending: { zh: '十二个月必需支出', en: 'Necessary spending of twelve months' },
};

/** What people read for values that are neither money nor a number. */
const values: Record<string, Label> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  'yuan-up': { zh: '向上取整到元', en: 'up to a whole yuan' },
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

/** What people read for how a value was worked out. */
const operationLabels = {
  sum: { zh: '相加', en: 'added' },
  difference: { zh: '相减', en: 'subtracted' },
  product: { zh: '相乘', en: 'multiplied' },
  share: { zh: '按比例计算，向上到分', en: 'share, up to a fen' },
  shareDown: { zh: '按比例计算，向下到分', en: 'share, rounded down to the fen' },
  min: { zh: '取较小', en: 'the lesser' },
  max: { zh: '取最高', en: 'the highest' },
  quotient: { zh: '相除', en: 'divided' },
  roundUp: { zh: '向上取整到元', en: 'up to a yuan' },
  count: { zh: '计数', en: 'counted' },
  exempt: { zh: '不计入', en: 'does not count' },
  less: { zh: '低于', en: 'below' },
  more: { zh: '高于', en: 'above' },
  atMost: { zh: '不高于', en: 'not above' },
  none: { zh: '没有', en: 'none' },
  all: { zh: '全部满足', en: 'all hold' },
  any: { zh: '满足其一', en: 'one holds' },
  nothingUnless: { zh: '不符合条件则为零', en: 'nothing unless eligible' },
  where: { zh: '条件成立', en: 'the condition holds' },
} as const satisfies Record<Operation, Label>;

/** The words for a part of an explanation; the word itself where it has none. */
export function becausePart(word: string): Label {
  const [, stem = word, number = ''] = /^(.*?)(?:-(\d+))?$/.exec(word) ?? [];
  const label = Object.hasOwn(parts, stem) ? parts[stem] : undefined;
  if (!label) return { zh: word, en: word };
  return { zh: label.zh.replace('{n}', number), en: label.en.replace('{n}', number) };
}

/** Whether a part of an explanation has words of its own. */
export function isBecausePart(word: string): boolean {
  return Object.hasOwn(parts, word.replace(/-\d+$/, ''));
}

/** The words for a value; money and numbers as they are. */
export function becauseValue(value: string): Label {
  return (Object.hasOwn(values, value) ? values[value] : undefined) ?? { zh: value, en: value };
}

/** The words for an operation. */
export function operationLabel(operation: Operation): Label {
  return operationLabels[operation];
}
