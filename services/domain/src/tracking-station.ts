import type { Stage } from './case.ts';
import type { Label } from './label.ts';

/** A station that an applicant hears of, and the stages of the case that belong to it. */
export interface TrackingStation {
  step: Stage;
  label: Label;
  stages: readonly Stage[];
}

/** Those of an application, in their order. Waiting for papers is part of receiving, an objection part of the notice. */
export const trackingStations: readonly TrackingStation[] = [
  { step: 'received', label: { zh: '已收件', en: 'Received' }, stages: ['received', 'to-supplement'] },
  { step: 'surveying', label: { zh: '调查核对', en: 'Survey and verification' }, stages: ['surveying'] },
  { step: 'reviewing', label: { zh: '初审', en: 'Opinion' }, stages: ['reviewing'] },
  { step: 'on-notice', label: { zh: '公示', en: 'Public notice' }, stages: ['on-notice', 'objection'] },
  { step: 'confirming', label: { zh: '审核确认', en: 'Confirmation' }, stages: ['confirming'] },
  { step: 'paying', label: { zh: '发放', en: 'Payment' }, stages: ['paying'] },
  { step: 'closed', label: { zh: '办结', en: 'Decided' }, stages: ['closed'] },
];

/** LAW 50 — Those of a quick relief: it knows no survey and no notice. */
export const reliefStations: readonly TrackingStation[] = [
  { step: 'received', label: { zh: '已收到求助', en: 'Call received' }, stages: ['received'] },
  { step: 'relieving', label: { zh: '先行救助', en: 'Relief' }, stages: ['relieving'] },
  { step: 'completing-file', label: { zh: '补手续、回访', en: 'Papers and follow-up' }, stages: ['completing-file'] },
  { step: 'closed', label: { zh: '办结', en: 'Closed' }, stages: ['closed'] },
];
