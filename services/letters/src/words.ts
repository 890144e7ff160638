import { instruments, type Label } from '@zhouji/domain';

/** How the source of a figure begins that nobody has set in law. */
export const demoSource = '演示参数';

/** What every printed letter says beside its own text. */
export const printedWords = {
  number: { zh: '文号', en: 'No.' },
  page: { zh: '页', en: 'page' },
  seal: { zh: '（印章）', en: '(seal)' },
  demo: { zh: '演示参数（虚构）', en: 'demo figures, fictional' },
  verify: {
    zh: '扫码核验本文书：显示文号、日期、签发机关和是否有效，不显示个人信息。',
    en: 'Scan to verify: number, day, authority, and whether it still stands; nothing personal.',
  },
  code: { zh: '验证码', en: 'Code' },
  digest: { zh: '内容摘要', en: 'Digest' },
  receipt: { zh: '受理编号', en: 'Receipt' },
  rules: { zh: '规则版本', en: 'Rule version' },
  sources: { zh: '依据简称', en: 'Sources' },
  missing: {
    zh: '〓 处的字字库中没有，由经办人手写补上并盖章：',
    en: 'Where 〓 stands the fonts lack the character; the officer writes it in by hand and stamps it.',
  },
  because: { zh: '怎么得出的', en: 'how it was worked out' },
  above: { zh: '见上文', en: 'see above' },
  stated: { zh: '申报或查实', en: 'stated or found' },
  inForce: { zh: '起执行', en: 'in force from' },
} as const satisfies Record<string, Label>;

/** The columns of an explanation. */
export const explanationColumns = [
  { zh: '项目', en: 'Item' },
  { zh: '数值', en: 'Value' },
  { zh: '怎么得出', en: 'How' },
  { zh: '依据', en: 'Source' },
] as const satisfies readonly Label[];

/** The instruments whose keys a text names: `M57《最低生活保障审核确认办法》`. */
export function instrumentsIn(text: string): string {
  return Object.entries(instruments)
    .filter(([key]) => new RegExp(`(?<![A-Za-z0-9])${key} \\d`).test(text))
    .map(([key, { title }]) => `${key}《${title}》`)
    .join('；');
}
