import type { Label } from './label.ts';

/**
 * How a letter reaches whom it is written to. `wants`: what must be recorded with it, so that the service can be shown later.
 *
 * `online` is not said by anybody: it is recorded when the addressee opens the letter on the tracking page.
 */
export const serviceWays = {
  'in-person': { label: { zh: '直接送达', en: 'Handed over' }, wants: [] },
  'left-at-home': { label: { zh: '留置送达', en: 'Left at the door before a witness' }, wants: ['witness'] },
  'by-post': { label: { zh: '邮寄送达', en: 'By post' }, wants: ['trackingNumber'] },
  'public-notice': { label: { zh: '公告送达', en: 'By public notice' }, wants: [] },
  online: { label: { zh: '网上送达', en: 'Opened online' }, wants: [] },
} as const satisfies Record<string, { label: Label; wants: readonly ('witness' | 'trackingNumber')[] }>;
export type ServiceWay = keyof typeof serviceWays;

/** The ways that an officer records. */
export const recordedWays = ['in-person', 'left-at-home', 'by-post', 'public-notice'] as const satisfies readonly ServiceWay[];
export type RecordedWay = (typeof recordedWays)[number];

/** Who received it, and what proves it. */
export interface ServiceProof {
  receivedBy?: string;
  trackingNumber?: string;
  witness?: string;
}

/** What of the proof that a way of service wants is not there. */
export function missingProof(how: RecordedWay, proof: ServiceProof): string[] {
  return serviceWays[how].wants.filter((wanted) => !proof[wanted]?.trim());
}
