import type { Label } from './label.ts';

/** Marks on a case that somebody should look at. They are read off the record, never set by hand. */
export const flags = {
  OVERDUE: { label: { zh: '有时限逾期', en: 'Overdue' } },
  RELATIVE_REGISTERED: { label: { zh: '近亲属已备案', en: 'Relative registered' } },
  NOTICE_PHOTO_MISSING: { label: { zh: '公示没有张贴照片', en: 'No photo of the posted notice' } },
  NOTICE_SHORT: { label: { zh: '公示张贴时间不足', en: 'The notice hung for too short a time' } },
  EMERGENCY: { label: { zh: '应急状态下办理过', en: 'Handled under an emergency' } },
  RECEIVES_ELSEWHERE: { label: { zh: '户籍地答复正在享受救助', en: 'Receives assistance elsewhere, by the answer of the other place' } },
  RELIEF_REPEATED: { label: { zh: '近期已先行救助过', en: 'Relieved before, not long ago' } },
  UNIDENTIFIED: { label: { zh: '身份待补', en: 'Not identified yet' } },
  RECOVERY_DEMANDED: { label: { zh: '已责令退回', en: 'Repayment demanded' } },
} as const satisfies Record<string, { label: Label }>;
export type Flag = keyof typeof flags;
export const flagCodes = Object.keys(flags) as Flag[];
