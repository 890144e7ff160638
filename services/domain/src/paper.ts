import type { Label } from './label.ts';

/**
 * Papers that people think of when they apply. What a platform holds (`heldBy`) is looked up there and asked of nobody
 * [LAW 62; M57 10]. `words` are how people write the paper down.
 */
export const papers = {
  identity: {
    label: { zh: '身份证', en: 'Identity card' },
    heldBy: { zh: '人口基础信息', en: 'the register of the population' },
    words: ['身份证', 'identity card', 'id card', 'identity'],
  },
  residence: {
    label: { zh: '户口簿', en: 'Household register' },
    heldBy: { zh: '人口基础信息', en: 'the register of the population' },
    words: ['户口', '户籍', '居住证', '居住证明', 'household register', 'residence'],
  },
  'disability-certificate': {
    label: { zh: '残疾人证', en: 'Disability certificate' },
    heldBy: { zh: '残疾人信息系统', en: 'the register of disability certificates' },
    words: ['残疾人证', '残疾证', 'disability-certificate', 'disability certificate'],
  },
  'confirmed-status': {
    label: { zh: '低保、特困、边缘家庭等已确认的救助身份', en: 'A status of assistance that was confirmed already' },
    heldBy: { zh: '社会救助信息系统', en: 'the register of social assistance' },
    words: [
      '低保证',
      '低保证明',
      '特困证',
      '特困供养证',
      '特困人员证',
      '边缘家庭证',
      '边缘家庭证明',
      '刚性支出困难家庭证明',
      'confirmed-status',
    ],
  },
  'civil-status': {
    label: { zh: '婚姻登记证明', en: 'Proof of marriage or divorce' },
    heldBy: { zh: '婚姻登记信息', en: 'the register of marriages' },
    words: ['结婚证', '离婚证', '婚姻登记', 'civil-status', 'marriage certificate'],
  },
  mandate: { label: { zh: '委托书', en: 'Written mandate of the agent' }, heldBy: null, words: ['委托书', 'mandate'] },
  declaration: { label: { zh: '诚信承诺书', en: 'Declaration of truthfulness' }, heldBy: null, words: ['承诺书', 'declaration'] },
  'medical-evidence': { label: { zh: '疾病诊断材料', en: 'Medical evidence' }, heldBy: null, words: ['诊断', 'medical'] },
} as const satisfies Record<string, { label: Label; heldBy: Label | null; words: readonly string[] }>;
export type PaperKind = keyof typeof papers;

/** What is said to be missing: `document:<what>`, `authorization:<member>` or `signature:<member>`. */
export type MissingItem = string;

/** The paper that a missing item asks for: by its kind, or by how people write it; undefined for what this table does not know. */
export function paperOf(item: MissingItem): PaperKind | undefined {
  const [what, ...rest] = item.split(':');
  if (what !== 'document') return undefined;
  const written = plain(rest.join(':'));
  return (Object.keys(papers) as PaperKind[]).find((kind) => papers[kind].words.some((word) => written.includes(plain(word))));
}

/** The paper of a missing item that a platform holds, which is therefore asked of nobody; undefined when it may be asked for. */
export function paperHeldByPlatform(item: MissingItem): PaperKind | undefined {
  const kind = paperOf(item);
  return kind !== undefined && papers[kind].heldBy !== null ? kind : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s·\-_]/g, '')
    .toLowerCase();
}
