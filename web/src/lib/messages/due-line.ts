import { nationalCalendar, workingDaysBetween } from '@zhouji/domain';
import { shortDayText, timeText } from './civil-text.ts';
import { endsWithDay } from './limit-text.ts';
import type { Words } from './words.ts';

interface Due {
  dueOn: string | null | undefined;
  /** The instant at which it ends: of a limit in hours the hour is said. */
  dueAt?: string | null | undefined;
  /** Whether that instant has passed. */
  isOver?: boolean;
  today: string;
  unit: 'working' | 'calendar';
  /** A state of a clock; one that no longer runs says so instead of counting. */
  state: string;
}

/** `还剩 3 个工作日（8月20日前）`, `已逾期 2 天`, `今天到期`: what a limit means today. */
export function dueLine(
  { dueOn, dueAt, isOver = false, today, unit, state }: Due,
  words: Words,
): { text: string; tone: 'plain' | 'done' | 'warning' | 'danger' } {
  const { t, language } = words;
  if (state === 'met') return { text: t('clock.met'), tone: 'done' };
  if (state === 'stopped') return { text: t('clock.stopped'), tone: 'plain' };
  if (!dueOn) return { text: t('clock.none'), tone: 'plain' };
  if (dueAt && !endsWithDay(dueAt)) {
    const at = timeText(dueAt, language);
    if (isOver) return { text: t('clock.overdueAt', { at }), tone: 'danger' };
    return { text: t('clock.until', { at }), tone: dueOn <= today ? 'warning' : 'plain' };
  }
  const day = shortDayText(dueOn, language);
  if (dueOn < today) return { text: t('clock.overdue', { days: daysBetween(dueOn, today), day }), tone: 'danger' };
  if (dueOn === today) return { text: t('clock.today', { day }), tone: 'warning' };
  const left = unit === 'working' ? workingDaysLeft(today, dueOn) : undefined;
  const days = left ?? daysBetween(today, dueOn);
  return {
    text: t(left === undefined ? 'clock.left.days' : 'clock.left.workingDays', { days, day }),
    tone: days <= 2 ? 'warning' : 'plain',
  };
}

/** A browser without `Temporal`, or a year without a calendar: plain days are said then. */
function workingDaysLeft(today: string, dueOn: string): number | undefined {
  try {
    return workingDaysBetween(nationalCalendar, today, dueOn);
  } catch {
    return undefined;
  }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
