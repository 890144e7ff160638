// Forty cases as they could stand on an ordinary morning, told in working days before today.
import type { Means } from './families.ts';

/** What somebody did: `daysAgo` are working days before today. Left out: the doer follows from the task. */
export type StoryStep =
  | { daysAgo: number; do: 'intake'; outcome: 'accepted' | 'supplement' | 'not-accepted' }
  | { daysAgo: number; do: 'supplement'; outcome: 'supplied' }
  | { daysAgo: number; do: 'survey'; outcome: 'done' | 'nobody-home' }
  | { daysAgo: number; do: 'verification'; outcome: 'consistent' | 'differs' }
  | { daysAgo: number; do: 'opinion'; outcome: 'eligible' | 'not-eligible' }
  | { daysAgo: number; do: 'confirm'; outcome: 'confirmed' }
  | { daysAgo: number; do: 'object' | 'withdraw' };

/** One case: when somebody applied, and what has happened since. */
export interface Story {
  title: string;
  appliedDaysAgo: number;
  means?: Means;
  /** What is missing from the papers. */
  without?: string[];
  steps: StoryStep[];
}

const accepted = (daysAgo: number): StoryStep => ({ daysAgo, do: 'intake', outcome: 'accepted' });
const surveyed = (daysAgo: number): StoryStep => ({ daysAgo, do: 'survey', outcome: 'done' });
const verified = (daysAgo: number): StoryStep => ({ daysAgo, do: 'verification', outcome: 'consistent' });
const found = (daysAgo: number): StoryStep => ({ daysAgo, do: 'opinion', outcome: 'eligible' });

function repeat(times: number, story: Story): Story[] {
  return Array.from({ length: times }, () => story);
}

/** In the order in which they are dealt out to villages. A notice of seven days, begun ten working days ago, is over. */
export const stories: Story[] = [
  ...repeat(3, { title: 'applied today', appliedDaysAgo: 0, steps: [] }),
  ...repeat(3, { title: 'intake due today', appliedDaysAgo: 1, steps: [] }),
  ...repeat(2, { title: 'intake late', appliedDaysAgo: 3, steps: [] }),
  {
    title: 'waiting for papers',
    appliedDaysAgo: 4,
    without: ['document:收入证明'],
    steps: [{ daysAgo: 3, do: 'intake', outcome: 'supplement' }],
  },
  {
    title: 'papers supplied yesterday',
    appliedDaysAgo: 6,
    without: ['document:收入证明'],
    steps: [
      { daysAgo: 5, do: 'intake', outcome: 'supplement' },
      { daysAgo: 1, do: 'supplement', outcome: 'supplied' },
    ],
  },
  ...repeat(4, { title: 'accepted yesterday', appliedDaysAgo: 2, steps: [accepted(1)] }),
  ...repeat(3, { title: 'survey due today', appliedDaysAgo: 4, steps: [accepted(3)] }),
  ...repeat(2, { title: 'survey late', appliedDaysAgo: 7, steps: [accepted(6), verified(4)] }),
  { title: 'surveyed, verification open', appliedDaysAgo: 4, steps: [accepted(3), surveyed(1)] },
  {
    title: 'nobody was home',
    appliedDaysAgo: 5,
    steps: [accepted(4), verified(3), { daysAgo: 2, do: 'survey', outcome: 'nobody-home' }],
  },
  {
    title: 'verification differs',
    appliedDaysAgo: 6,
    steps: [accepted(5), surveyed(3), { daysAgo: 2, do: 'verification', outcome: 'differs' }],
  },
  ...repeat(4, { title: 'opinion to be formed', appliedDaysAgo: 6, steps: [accepted(5), verified(3), surveyed(2)] }),
  { title: 'opinion to be formed, a car', appliedDaysAgo: 7, means: 'car', steps: [accepted(6), verified(4), surveyed(3)] },
  ...repeat(2, { title: 'on notice', appliedDaysAgo: 7, steps: [accepted(6), surveyed(4), verified(3), found(1)] }),
  ...repeat(2, { title: 'on notice, nearly over', appliedDaysAgo: 9, steps: [accepted(8), surveyed(6), verified(6), found(4)] }),
  {
    title: 'an objection',
    appliedDaysAgo: 9,
    steps: [accepted(8), surveyed(6), verified(6), found(4), { daysAgo: 1, do: 'object' }],
  },
  ...repeat(2, { title: 'awaiting confirmation', appliedDaysAgo: 15, steps: [accepted(14), surveyed(12), verified(12), found(10)] }),
  { title: 'confirmation late', appliedDaysAgo: 24, steps: [accepted(23), surveyed(20), verified(20), found(18)] },
  ...repeat(2, {
    title: 'granted, and in payment',
    appliedDaysAgo: 48,
    steps: [accepted(47), surveyed(45), verified(45), found(43), { daysAgo: 32, do: 'confirm', outcome: 'confirmed' }],
  }),
  ...repeat(1, {
    title: 'granted',
    appliedDaysAgo: 20,
    steps: [accepted(19), surveyed(17), verified(17), found(15), { daysAgo: 4, do: 'confirm', outcome: 'confirmed' }],
  }),
  {
    title: 'refused',
    appliedDaysAgo: 9,
    means: 'well-off',
    steps: [accepted(8), surveyed(6), verified(6), { daysAgo: 3, do: 'opinion', outcome: 'not-eligible' }],
  },
  { title: 'withdrawn', appliedDaysAgo: 8, steps: [accepted(7), { daysAgo: 5, do: 'withdraw' }] },
];
