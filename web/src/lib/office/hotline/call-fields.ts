import type { CallbackSlots, NewContact } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { plainText } from '#lib/typed-input/typed-text.ts';

/** What is typed on the call screen, field by field; each is kept by its name. */
export interface CallFields {
  kind: NewContact['kind'];
  phone: string;
  callerName: string;
  isAnonymous: boolean;
  personName: string;
  /** The contact from which the person in need is known; empty when nobody was chosen. */
  knownFrom: string;
  what: string;
  class: NewContact['class'] | '';
  urgency: NewContact['urgency'];
  township: string;
  address: string;
  vulnerable: NewContact['call']['vulnerable'];
  callback: 'none' | 'today' | 'tomorrow' | 'other';
  /** Of the clock of the township: `2026-09-09T15:00`. */
  callbackAt: string;
  hasConsent: boolean;
  reporterName: string;
  reporterPhone: string;
  reachBy: string;
  knowledge: string[];
  isAnswered: boolean;
  mergeInto: string;
}

/** A call of which nothing is known yet. */
export function emptyCall(): CallFields {
  return {
    ...{ kind: 'call', phone: '', callerName: '', isAnonymous: false, personName: '', knownFrom: '' },
    ...{ what: '', class: '', urgency: 'ordinary', township: '', address: '', vulnerable: [] },
    ...{ callback: 'none', callbackAt: '', hasConsent: false, reporterName: '', reporterPhone: '', reachBy: '' },
    ...{ knowledge: [], isAnswered: false, mergeInto: '' },
  };
}

type Wrong = Partial<Record<keyof CallFields, MessageKey>>;

/** What is sent, or what keeps it from being sent, by field. */
export function readCall(
  fields: CallFields,
  { draft, slots }: { draft: string; slots: CallbackSlots },
): { body: NewContact } | { errors: Wrong } {
  const what = fields.what.trim();
  const isReport = fields.class === 'report';
  const isJoining = fields.mergeInto !== '' && !isReport;
  const at = callbackOf(fields, slots);
  const errors: Wrong = {
    ...(what === '' ? { what: 'call.error.what' as const } : {}),
    ...(fields.class === '' ? { class: 'call.error.class' as const } : {}),
    ...(fields.township === '' && !fields.isAnswered && !isJoining ? { township: 'call.error.township' as const } : {}),
    ...(at !== undefined && fields.phone.trim() === '' ? { phone: 'call.error.phone' as const } : {}),
    ...(at === null ? { callbackAt: 'call.error.callbackAt' as const } : {}),
  };
  if (Object.keys(errors).length > 0 || fields.class === '' || at === null) return { errors };
  const { kind, urgency, hasConsent, knowledge, vulnerable } = fields;
  return {
    body: {
      ...{ kind, class: fields.class, urgency, hasConsent, draft },
      call: {
        caller: isReport ? { isAnonymous: true } : callerOf(fields),
        person: isReport ? {} : some({ name: plainText(fields.personName) }),
        place: some({ township: fields.township, address: plainText(fields.address) }),
        ...{ what, vulnerable: [...vulnerable], danger: urgency === 'emergency' },
      },
      ...(knowledge.length > 0 ? { knowledge: [...knowledge] } : {}),
      ...(fields.isAnswered ? { isAnswered: true } : {}),
      ...(at !== undefined && !isReport ? { callbackAt: at } : {}),
      ...(isJoining ? { mergeInto: fields.mergeInto } : {}),
      ...(fields.knownFrom !== '' && !isReport ? { knownFrom: fields.knownFrom } : {}),
      ...(isReport && fields.reporterName.trim() !== '' ? { reporter: reporterOf(fields) } : {}),
    },
  };
}

function callerOf({ phone, callerName, isAnonymous }: CallFields): NewContact['call']['caller'] {
  return { isAnonymous, ...some({ phone: plainText(phone), name: isAnonymous ? '' : plainText(callerName) }) };
}

function reporterOf({ reporterName, reporterPhone, reachBy }: CallFields): NonNullable<NewContact['reporter']> {
  return { name: plainText(reporterName), ...some({ phone: plainText(reporterPhone), reachBy: plainText(reachBy) }) };
}

/** Undefined where nobody is called back, null where it is not known when. */
function callbackOf({ callback, callbackAt, class: kind }: CallFields, slots: CallbackSlots): string | null | undefined {
  if (callback === 'none' || kind === 'report') return undefined;
  if (callback === 'today') return slots.today;
  if (callback === 'tomorrow') return slots.tomorrow;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(callbackAt)) return null;
  return new Date(`${callbackAt.slice(0, 16)}:00+08:00`).toISOString();
}

/** What is not empty. */
function some<Word extends string>(texts: Record<Word, string>): Partial<Record<Word, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<Record<Word, string>>;
}
