import type { TaskKind } from '@zhouji/domain';
import type { LeadFile } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { plainText, readIdNumber, readName } from '#lib/typed-input/typed-text.ts';

const words = [
  'urgency',
  'receipt',
  'township',
  'village',
  'reason',
  'note',
  'means',
  'metOn',
  'finding',
  'name',
  'idNumber',
  'triedOn',
  'secondTry',
  'found',
  'programme',
  'receiver',
  'matter',
  'consent',
  'toldOn',
] as const;
type Word = (typeof words)[number];

/** What is typed in the form of a lead's task; changing the outcome keeps what was typed for another. */
export type LeadEntries = Record<Word, string>;

/** An empty form. */
export function blankEntries(): LeadEntries {
  return Object.fromEntries(words.map((word) => [word, ''])) as LeadEntries;
}

export interface LeadField {
  word: Word;
  label: MessageKey & `lead.${string}`;
  hint?: MessageKey & `lead.${string}`;
  isOptional: boolean;
  isLong: boolean;
}

/** What goes with an outcome; what is known of the person already is not asked again. */
export function fieldsOfLead(kind: TaskKind, outcome: string, { known }: Pick<LeadFile, 'known'>): LeadField[] {
  const learnt = [
    ...(known.person.name === undefined ? [line('name', 'lead.name', { isOptional: true, hint: 'lead.learnt' })] : []),
    ...(known.person.idNumber === undefined ? [line('idNumber', 'lead.idNumber', { isOptional: true, hint: 'lead.learnt' })] : []),
  ];
  return forms(learnt)[`${kind}.${outcome}`] ?? [];
}

function forms(learnt: LeadField[]): Record<string, LeadField[]> {
  const note = text('note', 'lead.note', { isOptional: true });
  const reason = text('reason', 'lead.reason');
  const found = line('found', 'lead.found');
  return {
    'lead-receipt.taken-on': [line('urgency', 'lead.receipt.urgency'), note],
    'lead-receipt.relief': [note],
    'lead-receipt.merged': [line('receipt', 'lead.receipt.of', { hint: 'lead.receipt.of.hint' }), note],
    'lead-receipt.passed-on': [line('township', 'lead.toTownship'), line('village', 'lead.toVillage', { isOptional: true }), reason],
    'lead-contact.met': [
      line('means', 'lead.means'),
      line('metOn', 'lead.metOn'),
      text('finding', 'lead.finding', { hint: 'lead.finding.hint' }),
      ...learnt,
    ],
    'lead-contact.not-reached': [line('triedOn', 'lead.triedOn'), note],
    'lead-contact.not-found': [reason],
    'lead-path.application': [line('programme', 'lead.programme'), found, note],
    'lead-path.relief': [found, note],
    'lead-path.department': [
      line('receiver', 'lead.receiver'),
      text('matter', 'lead.matter'),
      found,
      line('consent', 'lead.consent', { isOptional: true }),
    ],
    'lead-path.discussion': [reason],
    'lead-path.award-check': [line('receipt', 'lead.award', { hint: 'lead.award.hint' }), reason],
    'lead-path.no-need': [reason],
    'lead-application.applied': [line('receipt', 'lead.appliedReceipt', { hint: 'lead.award.hint' })],
    'lead-application.declined': [reason],
    'lead-feedback.told': [line('means', 'lead.toldHow'), line('toldOn', 'lead.toldOn'), note],
    'lead-feedback.unreachable': [line('triedOn', 'lead.triedDays'), line('secondTry', 'lead.triedDays'), note],
  };
}

function line(word: Word, label: LeadField['label'], { isOptional = false, hint }: Partial<LeadField> = {}): LeadField {
  return { word, label, isOptional, isLong: false, ...(hint ? { hint } : {}) };
}

function text(word: Word, label: LeadField['label'], more: Partial<LeadField> = {}): LeadField {
  return { ...line(word, label, more), isLong: true };
}

type Fault = {
  key: MessageKey & ('error.fill-in' | 'error.choose' | 'error.day' | 'error.name' | 'lead.error.receipt');
  field?: LeadField['label'];
};

/** The body that goes with the outcome, and what keeps it from being sent. */
export function readLeadStep(
  fields: readonly LeadField[],
  entries: LeadEntries,
): { body: Record<string, unknown>; errors: Record<string, Fault> } {
  const body: Record<string, unknown> = {};
  const errors: Record<string, Fault> = {};
  for (const { word, label, isOptional } of fields) {
    const typed = entries[word].trim();
    if (typed === '' && isOptional) continue;
    const read = readWord(word, typed);
    if (read === undefined) errors[word] = { key: faultOf(word), field: label };
    else body[word] = read;
  }
  if ('secondTry' in body) {
    body['triedOn'] = [body['triedOn'], body['secondTry']];
    delete body['secondTry'];
  }
  return { body, errors };
}

const days: readonly Word[] = ['metOn', 'triedOn', 'secondTry', 'toldOn'];
const choices: readonly Word[] = ['urgency', 'means', 'found', 'programme', 'consent', 'township', 'village', 'receiver'];

function readWord(word: Word, typed: string): string | undefined {
  if (days.includes(word)) return readDay(typed);
  if (word === 'name') return readName(typed);
  if (word === 'idNumber') return readIdNumber(typed);
  if (word === 'receipt') return receiptOf(typed);
  return typed === '' ? undefined : typed;
}

function faultOf(word: Word): Fault['key'] {
  if (days.includes(word)) return 'error.day';
  if (word === 'receipt') return 'lead.error.receipt';
  if (word === 'name') return 'error.name';
  return choices.includes(word) ? 'error.choose' : 'error.fill-in';
}

/** A number as it is printed, however it was typed: `xs26 7kq4m2xd` is `XS26-7KQ4M2XD`. */
export function receiptOf(typed: string): string | undefined {
  const plain = plainText(typed)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  const [, head, tail] = /^([A-Z]{2}[0-9]{2})([0-9A-HJKMNP-TV-Z]{8})$/.exec(plain) ?? [];
  return head && tail ? `${head}-${tail}` : undefined;
}
