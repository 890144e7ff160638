import { type ChangeKind, changeKinds, extensionReasons, isExtensionReason, sideCommands } from '@zhouji/domain';
import type { Township } from '#lib/api/shapes.ts';
import { dayText } from '#lib/messages/civil-text.ts';
import { isMessageKey, type Words } from '#lib/messages/words.ts';
import type { FormCommand } from './side-forms.ts';

/** What a command is called. */
export function commandName(command: FormCommand, { t, label }: Words): string {
  return command === 'register-relative' || command === 'record-help' ? t(`side.${command}`) : label(sideCommands[command].label);
}

/** What a value of a command is called: in that command, or everywhere. */
export function captionOf(command: FormCommand, word: string, { t }: Words): string {
  const key = [`side.${command}.${word}`, `side.${word}`].find(isMessageKey);
  return key && isMessageKey(key) ? t(key) : word;
}

/** What was typed, as people read it once more before it is sent. */
export function saidOf(
  word: string,
  value: unknown,
  { words: { t, label, language }, townships }: { words: Words; townships: readonly Township[] },
): string {
  if (typeof value === 'boolean') return t(value ? 'side.yes' : 'side.no');
  if (typeof value !== 'string') return t('side.household.changed');
  if (word === 'reason' && isExtensionReason(value)) return label(extensionReasons[value].label);
  if (word === 'what' && Object.hasOwn(changeKinds, value)) return label(changeKinds[value as ChangeKind].label);
  if (word === 'diedOn' || word === 'offeredOn') return dayText(value, language);
  if (word === 'township') return townships.find(({ code }) => code === value)?.name ?? value;
  if (word === 'village') return townships.flatMap(({ villages }) => villages).find(({ code }) => code === value)?.name ?? value;
  const relation = `officerRelation.${value}`;
  return word === 'relation' && isMessageKey(relation) ? t(relation) : value;
}
