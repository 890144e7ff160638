import type { CalendarYear, NewCalendar } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';
import { readDay } from '#lib/typed-input/typed-day.ts';
import { plainText } from '#lib/typed-input/typed-text.ts';

/** A calendar while it is typed, festival by festival. */
export interface TypedCalendar {
  year: string;
  source: string;
  noticeNumber: string;
  publishedOn: string;
  holidays: { zh: string; en: string; from: string; to: string; workOn: string }[];
  localHolidays: { zh: string; en: string; from: string; to: string; source: string }[];
}

/** The next year, with the festivals of the last one that is known and no days. */
export function blankCalendar(latest: CalendarYear | undefined): TypedCalendar {
  return {
    year: latest ? String(latest.year + 1) : '',
    source: '',
    noticeNumber: '',
    publishedOn: '',
    holidays: (latest?.holidays ?? []).map(({ name }) => ({ ...name, from: '', to: '', workOn: '' })),
    localHolidays: [],
  };
}

/** What was typed, read; `errors` by place, in the form `holidays/1/to`. */
export function readCalendar(typed: TypedCalendar): { notice: NewCalendar; errors: Record<string, MessageKey> } {
  const errors: Record<string, MessageKey> = {};
  const day = (text: string, place: string): string => {
    const read = readDay(text);
    if (read === undefined) errors[place] = 'error.day';
    return read ?? '';
  };
  const words = (text: string, place: string): string => {
    if (text.trim() === '') errors[place] = 'error.fill-in';
    return text.trim();
  };
  const year = plainText(typed.year);
  if (!/^\d{4}$/.test(year)) errors['year'] = 'error.whole-number';
  const notice: NewCalendar = {
    year: Number(year),
    source: words(typed.source, 'source'),
    ...(typed.noticeNumber.trim() ? { noticeNumber: typed.noticeNumber.trim() } : {}),
    ...(typed.publishedOn.trim() ? { publishedOn: day(typed.publishedOn, 'publishedOn') } : {}),
    holidays: typed.holidays.map(({ zh, en, from, to, workOn }, i) => ({
      name: { zh: words(zh, `holidays/${i}/zh`), en: words(en, `holidays/${i}/en`) },
      from: day(from, `holidays/${i}/from`),
      to: day(to, `holidays/${i}/to`),
      workOn: workOn
        .split(/[,，、;；\s]+/)
        .filter(Boolean)
        .map((text) => day(text, `holidays/${i}/workOn`)),
    })),
    ...(typed.localHolidays.length === 0
      ? {}
      : {
          localHolidays: typed.localHolidays.map(({ zh, en, from, to, source }, i) => ({
            name: { zh: words(zh, `localHolidays/${i}/zh`), en: words(en, `localHolidays/${i}/en`) },
            from: day(from, `localHolidays/${i}/from`),
            to: day(to, `localHolidays/${i}/to`),
            source: words(source, `localHolidays/${i}/source`),
          })),
        }),
  };
  return { notice, errors };
}
