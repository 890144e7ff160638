import type { AreaCode, Department, Label, Role } from '@zhouji/domain';

/** Somebody of the demo. The password exists in the demo and nowhere else. */
export interface CastMember {
  /** By which scenarios call them, and what they sign in with. */
  castName: string;
  username: string;
  password: string;
  role: Role;
  name: Label;
  area: AreaCode;
  /** Of a department's officer. */
  department?: Department;
}

const county = '999901';
const qingxi = '999901101';
const baishi = '999901102';

/** The people of the demo county. Their surnames are the ten heavenly stems, which nobody bears. */
export const demoCast: readonly CastMember[] = [
  member('citizen', 'citizen', { zh: '甲春生', en: 'Jia Chunsheng' }, `${qingxi}201`),
  member('village-aide', 'village-aide', { zh: '己乐助', en: 'Ji Lezhu' }, `${qingxi}201`),
  member('caseworker', 'caseworker', { zh: '乙明理', en: 'Yi Mingli' }, qingxi),
  member('caseworker-2', 'caseworker', { zh: '丙知行', en: 'Bing Zhixing' }, qingxi),
  member('reviewer', 'reviewer', { zh: '丁慎思', en: 'Ding Shensi' }, qingxi),
  member('leader', 'leader', { zh: '戊守正', en: 'Wu Shouzheng' }, qingxi),
  member('verification', 'verification-officer', { zh: '壬核实', en: 'Ren Heshi' }, county),
  member('county', 'county-officer', { zh: '庚明察', en: 'Geng Mingcha' }, county),
  member('county-leader', 'county-leader', { zh: '辛持平', en: 'Xin Chiping' }, county),
  member('hotline', 'hotline-agent', { zh: '癸应答', en: 'Gui Yingda' }, county),
  member('hotline-lead', 'hotline-lead', { zh: '壬统筹', en: 'Ren Tongchou' }, county),
  member('finance', 'finance-officer', { zh: '甲清算', en: 'Jia Qingsuan' }, county),
  member('finance-2', 'finance-officer', { zh: '乙对账', en: 'Yi Duizhang' }, county),
  member('department-medical', 'department-officer', { zh: '辛医保', en: 'Xin Yibao' }, county, 'medical-insurance'),
  member('department-charity', 'department-officer', { zh: '壬慈善', en: 'Ren Cishan' }, county, 'charity'),
  member('department-rescue', 'department-officer', { zh: '癸救助', en: 'Gui Jiuzhu' }, county, 'rescue-station'),
  member('inspector', 'inspector', { zh: '丙督察', en: 'Bing Ducha' }, county),
  member('baishi-caseworker', 'caseworker', { zh: '丁勤勉', en: 'Ding Qinmian' }, baishi),
  member('baishi-caseworker-2', 'caseworker', { zh: '戊细心', en: 'Wu Xixin' }, baishi),
  member('baishi-reviewer', 'reviewer', { zh: '己审慎', en: 'Ji Shenshen' }, baishi),
  member('baishi-leader', 'leader', { zh: '庚担当', en: 'Geng Dandang' }, baishi),
];

function member(castName: string, role: Role, name: Label, area: AreaCode, department?: Department): CastMember {
  return { castName, username: castName, password: 'demo-demo-demo', role, name, area, ...(department ? { department } : {}) };
}
