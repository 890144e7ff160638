import type { Label } from '@zhouji/domain';
import en from '../../web/src/lib/messages/en.json' with { type: 'json' };
import zh from '../../web/src/lib/messages/zh.json' with { type: 'json' };

export type Language = 'zh' | 'en';

/** What pages say: a test presses what a person reads, in the language of the person. */
export interface Spoken {
  language: Language;
  t(key: keyof typeof zh, values?: Record<string, string | number>): string;
  label(label: Label): string;
}

/** The catalogue of a language. */
export function wordsOf(language: Language): Spoken {
  const catalogue = { zh, en }[language];
  return {
    language,
    t: (key, values = {}) => catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    label: (label) => label[language],
  };
}
