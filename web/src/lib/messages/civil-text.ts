import type { Language } from './language.ts';
import { languageTag } from './language.ts';

/** `2026-08-20` as people read it; a day has no zone, so none is applied. */
export function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(languageTag(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** The same without its year. */
export function shortDayText(day: string, language: Language): string {
  const form = { month: language === 'zh' ? 'long' : 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTag(language), form).format(new Date(`${day}T00:00:00Z`));
}

/** `2026-10` as people read it. */
export function monthText(month: string, language: Language): string {
  const form = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTag(language), form).format(new Date(`${month}-01T00:00:00Z`));
}

/** An instant on the clocks of the township. */
export function instantText(instant: string, language: Language): string {
  const form = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(languageTag(language), form).format(new Date(instant));
}

/** The same without its year: `9月9日 15:30`. */
export function timeText(instant: string, language: Language): string {
  const form = { month: language === 'zh' ? 'long' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(languageTag(language), { ...form, timeZone: 'Asia/Shanghai', hourCycle: 'h23' }).format(new Date(instant));
}

/** The civil day of an instant, `YYYY-MM-DD`, without `Temporal`, which not every browser has. */
export function civilDay(instant: string | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}

/** Yuan with two decimals and separators: `1,006.00`. */
export function yuanText(yuan: string): string {
  const [whole = '0', cents = ''] = yuan.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents.padEnd(2, '0')}`;
}
