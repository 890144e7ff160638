import type { MessageKey } from '#lib/messages/words.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { readName } from '#lib/typed-input/typed-text.ts';
import type { EditedHousehold } from '../edited-household.ts';
import { readHousehold } from '../read-household.ts';
import type { SideBody, SideField } from './side-forms.ts';

/** What was typed for a command, by its words. */
export interface SideEntries {
  texts: Record<string, string>;
  household: EditedHousehold;
  isHouseholdChanged: boolean;
}

/** The body of a command, and what keeps it from being sent, by word or by place in the household. */
export function readSide(fields: readonly SideField[], entries: SideEntries): { body: SideBody; errors: Record<string, MessageKey> } {
  const body: SideBody = {};
  const errors: Record<string, MessageKey> = {};
  for (const field of fields) {
    const { word, widget, isOptional } = field;
    if (widget === 'household') {
      if (!entries.isHouseholdChanged) continue;
      const read = readHousehold(entries.household);
      Object.assign(errors, read.errors);
      body[word] = read.household;
      continue;
    }
    const text = (entries.texts[word] ?? '').trim();
    if (text === '') {
      if (!isOptional) errors[word] = chosen.includes(widget) ? 'error.choose' : 'error.fill-in';
      continue;
    }
    const value = valueOf(widget, text);
    if (value === undefined) errors[word] = widget === 'day' ? 'error.day' : 'error.name';
    else body[word] = value;
  }
  return { body, errors };
}

const chosen: readonly SideField['widget'][] = ['member', 'extension', 'township', 'relation', 'change', 'yes-no'];

function valueOf(widget: SideField['widget'], text: string): unknown {
  if (widget === 'day') return readDay(text);
  if (widget === 'officer') return readName(text);
  return widget === 'yes-no' ? text === 'yes' : text;
}
