import type { AssetKind, ExpenditureKind, IncomeKind, Relation, Sex } from '@zhouji/domain';

/** What forms say of members, income and assets: Chinese first, as in the statute, with an English gloss. */
export const relationWords = {
  applicant: '申请人 applicant',
  spouse: '配偶 spouse',
  child: '子女 child',
  parent: '父母 parent',
  grandparent: '（外）祖父母 grandparent',
  grandchild: '（外）孙子女 grandchild',
  sibling: '兄弟姐妹 sibling',
  other: '其他 other',
} as const satisfies Record<Relation, string>;

export const sexWords = { male: '男 M', female: '女 F' } as const satisfies Record<Sex, string>;

export const incomeWords = {
  wage: '工资 wage',
  business: '经营收入 business',
  property: '财产收入 property',
  transfer: '转移收入 transfer',
  'support-received': '赡养、扶养、抚养费 support received',
  'residents-pension-central': '居民养老金（中央）residents’ pension, central part',
  'residents-pension-local': '居民养老金（地方）residents’ pension, local part',
  'other-pension': '其他养老金 another pension',
  'special-care-pension': '优待抚恤金 special-care pension',
  'family-planning-reward': '计划生育奖励 family planning reward',
  scholarship: '奖学金、助学金 scholarship',
  'bravery-award': '见义勇为奖金 bravery award',
  'social-assistance': '其他社会救助款 other social assistance',
  'old-age-allowance': '高龄津贴 old-age allowance',
} as const satisfies Record<IncomeKind, string>;

export const assetWords = {
  deposit: '存款 deposit',
  security: '有价证券 securities',
  insurance: '商业保险 insurance',
  'passenger-car': '生活用小汽车 passenger car',
  'second-home': '第二套住房 second home',
  company: '公司或企业 company',
} as const satisfies Record<AssetKind, string>;

export const expenditureWords = {
  'basic-living': '基本生活 basic living',
  medical: '医疗 medical',
  education: '教育 education',
  'disability-rehabilitation': '残疾康复 rehabilitation',
  housing: '住房 housing',
  other: '其他 other',
} as const satisfies Record<ExpenditureKind, string>;
