import { absences, assetKinds, incomeKinds, otherLedgerKinds, relations, residences, sexes, tasks, type TaskKind } from '@zhouji/domain';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../office/outcome-fields.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

const catalogues = { zh, en } as Record<'zh' | 'en', Record<string, string>>;

describe('the catalogues', () => {
  test('say everything in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
    for (const [key, text] of Object.entries(en)) expect(text, key).not.toBe('');
  });

  test('name the same values in both languages', () => {
    for (const key of Object.keys(zh)) expect(valuesIn(catalogues.en[key]), key).toEqual(valuesIn(catalogues.zh[key]));
  });

  test('never plead, apologise or accuse', () => {
    for (const [key, text] of Object.entries(catalogues.zh)) {
      expect(text.replaceAll(/申请|请求|聘请|提请|邀请/g, ''), key).not.toMatch(/请|抱歉|无效|非法|系统异常/);
    }
    for (const [key, text] of Object.entries(catalogues.en))
      expect(text, key).not.toMatch(/\b(please|sorry|invalid|illegal|system error)\b/i);
  });

  test('have no Chinese in English but the mark by which demo figures are known', () => {
    for (const [key, text] of Object.entries(catalogues.en)) if (key !== 'demo.source') expect(text, key).not.toMatch(/\p{Script=Han}/u);
  });

  test('know every word of the tables that pages show', () => {
    const wanted = [
      ...relations.map((word) => `relation.${word}`),
      ...residences.map((word) => `residence.${word}`),
      ...sexes.map((word) => `sex.${word}`),
      ...absences.map((word) => `absence.${word}`),
      ...incomeKinds.map((word) => `income.${word}`),
      ...assetKinds.map((word) => `asset.${word}`),
      ...otherLedgerKinds.map((word) => `ledger.${word}`),
    ];
    expect(wanted.filter((key) => !(key in zh))).toEqual([]);
  });
});

describe('the forms of the tasks', () => {
  const outcomes = (Object.keys(tasks) as TaskKind[]).flatMap((kind) =>
    Object.keys(tasks[kind].outcomes).map((outcome) => [kind, outcome] as const),
  );

  test.each(outcomes)('%s, %s: all that goes with it can be typed and has a name', (kind, outcome) => {
    for (const field of fieldsOf(kind, outcome)) {
      expect(field.widget, field.word).toBeDefined();
      expect(zh).toHaveProperty([`with.${field.word}`]);
      if (field.widget === 'choice') for (const option of field.options) expect(zh).toHaveProperty([`means.${option}`]);
    }
  });
});

function valuesIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
}
