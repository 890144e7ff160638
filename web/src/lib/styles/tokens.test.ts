import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** Which text stands on which ground. */
const pairs = [
  ['text', 'surface'],
  ['text', 'surface-quiet'],
  ['text', 'surface-accent'],
  ['muted', 'surface'],
  ['muted', 'surface-quiet'],
  ['muted', 'surface-accent'],
  ['link', 'surface'],
  ['link', 'surface-quiet'],
  ['link', 'surface-accent'],
  ['link', 'info-surface'],
  ['link', 'warning-surface'],
  ['link', 'done-surface'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-accent', 'danger'],
  ['focus-text', 'focus'],
  ['danger', 'surface'],
  ['danger', 'danger-surface'],
  ['warning', 'surface'],
  ['warning', 'warning-surface'],
  ['done', 'done-surface'],
  ['info', 'info-surface'],
  ['muted', 'info-surface'],
  ['muted', 'done-surface'],
  ['muted', 'warning-surface'],
] as const;

test.each(pairs)('%s on %s can be read: 4.5 to 1 at least', (text, ground) => {
  expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
});

/** Large print [工信部适老化规范; WCAG 1.4.6] sets some colours anew. */
const large = css.slice(css.indexOf('\n.large {'));

test.each(pairs)('%s on %s can be read in large print: 7 to 1 at least', (text, ground) => {
  expect(contrast(inLargePrint(text), inLargePrint(ground))).toBeGreaterThanOrEqual(7);
});

function inLargePrint(name: string): [number, number, number] {
  return large.includes(`--${name}:`) ? colour(name, large) : colour(name);
}

function colour(name: string, sheet = css): [number, number, number] {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(sheet)?.[1];
  if (!hex) throw new Error(`no colour --${name}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** WCAG 2.2, relative luminance. */
function contrast(one: [number, number, number], other: [number, number, number]): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: [number, number, number]): number {
  const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
