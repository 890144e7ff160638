import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as domain from '@zhouji/domain';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import zh from '../../web/src/lib/messages/zh.json' with { type: 'json' };
import { ROOT } from '../support/sources.ts';

const ROUTES = join(ROOT, 'web/src/routes');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The routes that have a page, as they stand on disk: `/office/cases/[id]`. */
export function routesOnDisk(): string[] {
  return readdirSync(ROUTES, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === '+page.svelte')
    .map(({ parentPath }) => `/${relative(ROUTES, parentPath)}`.replace(/\/\(\w+\)/g, '').replace(/\[(\w+)=\w+\]/g, '[$1]') || '/')
    .toSorted();
}

/** The route that a path belongs to: the one with the most words of its own. */
export function routeOf(path: string, routes: readonly string[]): string | undefined {
  const fits = (route: string) => new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`).test(path);
  return routes.filter(fits).toSorted((one, other) => own(other) - own(one))[0];
}

function own(route: string): number {
  return route.replace(/\[\w+\]/g, '').length;
}

/** Codes that stand for a word: a person never reads `quick-relief`. */
const codes = new Set(
  [
    domain.tasks,
    domain.endings,
    domain.processes,
    domain.programmes,
    domain.stages,
    domain.clocks,
    domain.duties,
    domain.flags,
    domain.reasons,
  ]
    .flatMap((table) => Object.keys(table))
    .filter((code) => code.includes('-') || /^[A-Z]+_[A-Z_]+$/.test(code)),
);

/** What a person would read that is no word: a key of the catalogue, a code, an id, a value that is none. English writes some words as codes are. */
export function codesIn(text: string, language: 'zh' | 'en'): string[] {
  const words = text.match(/(?<![@\w.-])[A-Za-z][\w.-]*\w(?![@\w])/g) ?? [];
  const ids = text.match(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f-]{17}\b|\[object \w+\]/g) ?? [];
  return [
    ...words.filter(
      (word) =>
        word in zh ||
        (codes.has(word) && (language === 'zh' || word === word.toUpperCase())) ||
        ['undefined', 'NaN', 'null'].includes(word),
    ),
    ...ids,
  ];
}

/** What axe finds wrong, in words. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, RULES);
}

/** How far the page can be moved sideways at a width, in pixels. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
