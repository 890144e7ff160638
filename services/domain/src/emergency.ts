/**
 * Emergency mode (应急状态): the days of a major emergency, as a county declares them. While it reigns in a township,
 * surveys may be made by phone or video [M57 16], reviews may come later [M57 31], and whoever is in need goes first.
 *
 * M57 = 最低生活保障审核确认办法 (民发〔2021〕57号); OP2020 17; LAW 28, 35.
 */
import { type AreaCode, liesIn } from './area.ts';
import type { Label } from './label.ts';
import type { PlainDate } from './plain-date.ts';
import { type ProcessName, processRow } from './process.ts';
import type { Programme } from './programme.ts';

export const emergencyKinds = {
  'public-health': { label: { zh: '突发公共卫生事件', en: 'Public-health emergency' } },
  disaster: { label: { zh: '自然灾害', en: 'Natural disaster' } },
} as const satisfies Record<string, { label: Label }>;
export type EmergencyKind = keyof typeof emergencyKinds;
export const emergencyKindCodes = Object.keys(emergencyKinds) as EmergencyKind[];

/** A declaration, as it stands with all that was declared after it. */
export interface Emergency {
  readonly id: string;
  readonly kind: EmergencyKind;
  readonly title: string;
  readonly county: AreaCode;
  /** Null: everywhere in the county. */
  readonly townships: readonly AreaCode[] | null;
  /** Its first day, and the last one that was declared at first. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The last day where it was ended early; before `from` when it never began. */
  readonly endedOn: PlainDate | null;
}

/** The last day on which it reigns. */
export function lastDayOf({ until, endedOn }: Pick<Emergency, 'until' | 'endedOn'>): PlainDate {
  return endedOn !== null && endedOn < until ? endedOn : until;
}

/** Whether it reigns in a place on a day: its first and its last day are among its days. */
export function reigns(emergency: Emergency, place: AreaCode, day: PlainDate): boolean {
  const { county, townships, from } = emergency;
  const isInScope = townships === null ? liesIn(place, county) : townships.some((township) => liesIn(place, township));
  return isInScope && from <= day && day <= lastDayOf(emergency);
}

/** The emergency that reigns in a place on a day: of several, the one that began first. */
export function reigningIn(emergencies: readonly Emergency[], place: AreaCode, day: PlainDate): Emergency | null {
  let first: Emergency | null = null;
  for (const one of emergencies) if (reigns(one, place, day) && (first === null || one.from < first.from)) first = one;
  return first;
}

/** What is taken up first while an emergency reigns: whoever is found, calls or needs help at once [OP2020 17; LAW 28, 35]. */
export function goesFirstInEmergency(process: ProcessName): boolean {
  return urgent.includes(processRow(process).programme);
}

const urgent: readonly Programme[] = ['temporary-aid', 'hotline', 'discovery'];
