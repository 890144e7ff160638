import type { Label } from '@zhouji/domain';
import en from './en.json' with { type: 'json' };
import type { Language } from './language.ts';
import zh from './zh.json' with { type: 'json' };

/** A sentence of the catalogue. Chinese defines which there are. */
export type MessageKey = keyof typeof zh;

/** An English catalogue that lacks a key does not compile. */
const catalogues: Record<Language, Record<MessageKey, string>> = { zh, en };

/** What a page says, in the language of its reader. */
export interface Words {
  readonly language: Language;
  /** The sentence, with `{name}` replaced by the value of that name. */
  readonly t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** The words of the domain: a task, an outcome, a clock. */
  readonly label: (label: Label) => string;
}

/** The words of a language. */
export function wordsIn(language: Language): Words {
  const catalogue = catalogues[language];
  return {
    language,
    t: (key, values = {}) => catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    label: (label) => label[language],
  };
}

/** Whether the catalogue has such a sentence; for keys put together from a code. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(zh, text);
}
