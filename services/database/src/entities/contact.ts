import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CallForHelp } from '@zhouji/domain';
import { Cases } from './cases.ts';
import { hotlineFence } from './fence.ts';

/** A call, a visit or a message, as the hotline logged it. Of a report of wrongdoing it holds nothing of who reported. */
export const Contact = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary(),
    county: p.text(),
    township: p.text().nullable(),
    kind: p.text(),
    class: p.text(),
    urgency: p.text(),
    callerName: p.text().nullable(),
    /** Its digits alone. */
    callerPhone: p.text().nullable(),
    isAnonymous: p.boolean(),
    personName: p.text().nullable(),
    idNumber: p.text().nullable(),
    call: p.json<CallForHelp>(),
    hasConsent: p.boolean().default(false),
    /** The versions of the answers that were given from the knowledge base. */
    knowledge: p.array().columnType('text[]').default([]),
    answer: p.text().nullable(),
    /** What came of it: a work order, a lead, a relief; or the open one that it joined. */
    case: () => p.manyToOne(Cases).nullable().deleteRule('no action').updateRule('no action'),
    isRepeat: p.boolean().default(false),
    /** The draft that it was typed in: logged twice, it counts once. */
    draftId: p.uuid().nullable(),
    /** What was answered when it was logged. */
    told: p.json<Record<string, unknown>>(),
    takenBy: p.uuid().nullable(),
    takenByName: p.text(),
    /** Who follows it since a shift was handed over; null: whoever took it. */
    keptBy: p.uuid().nullable(),
    keptByName: p.text().nullable(),
    at: p.datetime(),
  },
  uniques: [{ name: 'contact_draft_once', properties: ['draftId'] }],
  indexes: [
    { name: 'contact_phone', properties: ['county', 'callerPhone', 'at'] },
    { name: 'contact_newest', properties: ['county', 'at'] },
    { name: 'contact_case', properties: ['case'] },
  ],
  ...hotlineFence,
});
