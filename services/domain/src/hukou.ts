import Type from 'typebox';

/** The provinces by the first two digits of the codes of their areas [GB/T 2260], by the name that theirs begin with. */
const provinces = {
  '11': '北京',
  '12': '天津',
  '13': '河北',
  '14': '山西',
  '15': '内蒙古',
  '21': '辽宁',
  '22': '吉林',
  '23': '黑龙江',
  '31': '上海',
  '32': '江苏',
  '33': '浙江',
  '34': '安徽',
  '35': '福建',
  '36': '江西',
  '37': '山东',
  '41': '河南',
  '42': '湖北',
  '43': '湖南',
  '44': '广东',
  '45': '广西',
  '46': '海南',
  '50': '重庆',
  '51': '四川',
  '52': '贵州',
  '53': '云南',
  '54': '西藏',
  '61': '陕西',
  '62': '甘肃',
  '63': '青海',
  '64': '宁夏',
  '65': '新疆',
  '71': '台湾',
  '81': '香港',
  '82': '澳门',
} as const;

/**
 * Where somebody's household is registered (户籍所在地): the code of an area of two to twelve digits, or the name of
 * province and county as the register writes it, beginning with the province.
 */
export const Hukou = Type.String({ maxLength: 60, pattern: hukouPattern() });
export type Hukou = string;

/** Whether a text names a place of registration. */
export function isHukou(text: string): boolean {
  return text.length <= 60 && new RegExp(hukouPattern(), 'u').test(text);
}

function hukouPattern(): string {
  return `^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|(${Object.values(provinces).join('|')})[^0-9\\u0000-\\u001f\\u007f]*)$`;
}

/** Province, and county as far as it is known, of a registration. Two with the same county are one place. */
export interface HukouPlace {
  /** Two digits. */
  readonly province: string;
  /** Six digits, or what follows the province in the name; null where only the province is known. */
  readonly county: string | null;
}

/** The place that a registration names. */
export function placeOfHukou(hukou: Hukou): HukouPlace {
  if (/^[0-9]/.test(hukou)) return { province: hukou.slice(0, 2), county: hukou.length >= 6 ? hukou.slice(0, 6) : null };
  const [code, name] = Object.entries(provinces).find(([, begins]) => hukou.startsWith(begins))!;
  const county = hukou.slice(name.length).replace(/^(省|市|壮族自治区|维吾尔自治区|回族自治区|自治区|特别行政区)/, '');
  return { province: code, county: county === '' ? null : county };
}

/** Whether both are known to be one county. Where a county is not known, it is not said to be the same. */
export function isSamePlace(one: HukouPlace, other: HukouPlace): boolean {
  return one.province === other.province && one.county !== null && one.county === other.county;
}
