import type { Label } from './label.ts';

interface Instrument {
  /** Its full title, without the marks around it. */
  title: string;
  /** What people call it for short. */
  label: Label;
  /** How it counts: in articles, or under headed items as circulars do. */
  parts: 'articles' | 'items';
}

/** The laws, regulations and circulars that a source names by its key. */
export const instruments = {
  LAW: { title: '社会救助法', label: { zh: '社会救助法', en: 'Social Assistance Law' }, parts: 'articles' },
  SC649: { title: '社会救助暂行办法', label: { zh: '社会救助暂行办法', en: 'Interim Measures on Social Assistance' }, parts: 'articles' },
  M57: { title: '最低生活保障审核确认办法', label: { zh: '低保审核确认办法', en: 'Subsistence Allowance Measures' }, parts: 'articles' },
  M43: { title: '特困人员认定办法', label: { zh: '特困人员认定办法', en: 'Extreme Poverty Measures' }, parts: 'articles' },
  N2022: {
    title: '关于进一步做好最低生活保障等社会救助兜底保障工作的通知',
    label: { zh: '2022年兜底保障通知', en: 'Basic Support Notice 2022' },
    parts: 'items',
  },
  RIGID: {
    title: '刚性支出困难家庭认定办法',
    label: { zh: '刚性支出困难家庭认定办法', en: 'Rigid Expenditure Measures' },
    parts: 'articles',
  },
  OP2020: {
    title: '关于改革完善社会救助制度的意见',
    label: { zh: '2020年社会救助改革意见', en: 'Reform Opinions 2020' },
    parts: 'items',
  },
  OP2023: {
    title: '关于加强低收入人口动态监测做好分层分类社会救助工作的意见',
    label: { zh: '2023年低收入人口意见', en: 'Low Income Opinions 2023' },
    parts: 'items',
  },
  TA2014: {
    title: '国务院关于全面建立临时救助制度的通知',
    label: { zh: '2014年临时救助通知', en: 'Temporary Aid Notice 2014' },
    parts: 'items',
  },
  TA2018: {
    title: '关于进一步加强和改进临时救助工作的意见',
    label: { zh: '2018年临时救助意见', en: 'Temporary Aid Opinions 2018' },
    parts: 'items',
  },
  TA2026: {
    title: '关于进一步健全完善临时救助制度的意见',
    label: { zh: '2026年临时救助意见', en: 'Temporary Aid Opinions 2026' },
    parts: 'items',
  },
  CIVIL: { title: '民法典', label: { zh: '民法典', en: 'Civil Code' }, parts: 'articles' },
  GOVINFO: { title: '政府信息公开条例', label: { zh: '政府信息公开条例', en: 'Open Information Regulations' }, parts: 'articles' },
  ARL: { title: '行政复议法', label: { zh: '行政复议法', en: 'Reconsideration Law' }, parts: 'articles' },
  ALL: { title: '行政诉讼法', label: { zh: '行政诉讼法', en: 'Administrative Litigation Law' }, parts: 'articles' },
  PIPL: { title: '个人信息保护法', label: { zh: '个人信息保护法', en: 'Personal Information Law' }, parts: 'articles' },
  'WF-12345': {
    title: '潍坊市12345政务服务便民热线条例',
    label: { zh: '潍坊市12345热线条例', en: 'Weifang Hotline Regulations' },
    parts: 'articles',
  },
} as const satisfies Record<string, Instrument>;

type InstrumentKey = keyof typeof instruments;

/**
 * A source as people read it: `M57 23, 27; LAW 18` becomes 《低保审核确认办法》第23、27条；《社会救助法》第18条.
 * What is no such source, such as the name of a local document, stays as it is.
 */
export function citationOf(source: string): Label {
  const cited = source.split(/;\s*/).map(citeOne);
  return { zh: cited.map(({ zh }) => zh).join('；'), en: cited.map(({ en }) => en).join('; ') };
}

function citeOne(source: string): Label {
  const [key = '', ...rest] = source.split(' ');
  const places = rest.join(' ');
  if (!isInstrument(key) || !/^(?:\d[\d(),–\- ]*)?$/.test(places)) return { zh: source, en: source };
  const { label, parts } = instruments[key];
  if (places === '') return { zh: `《${label.zh}》`, en: label.en };
  const numbers = places.split(/,\s*/);
  const several = numbers.length > 1 || places.includes('–');
  if (parts === 'articles') return { zh: `《${label.zh}》${articles(numbers)}`, en: `${label.en}, ${several ? 'arts' : 'art.'} ${places}` };
  return { zh: `《${label.zh}》${numbers.map(itemText).join('、')}`, en: `${label.en}, ${several ? 'items' : 'item'} ${places}` };
}

/** 第23、27条; the paragraph stands behind its article: 第9条(3). */
function articles(numbers: readonly string[]): string {
  if (numbers.some((number) => number.includes('(')))
    return numbers.map((number) => number.replace(/^([^(]+)(.*)$/, '第$1条$2')).join('、');
  return `第${numbers.join('、')}条`;
}

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 四(一), as circulars head their items; items that are numbered through keep their number. */
function itemText(number: string): string {
  const found = /^(\d+)\((\d+)\)$/.exec(number);
  const [chapter, item] = [numerals[Number(found?.[1])], numerals[Number(found?.[2])]];
  return chapter && item ? `${chapter}(${item})` : `第${number}项`;
}

function isInstrument(key: string): key is InstrumentKey {
  return Object.hasOwn(instruments, key);
}
