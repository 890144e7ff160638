import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { bringOn } from '../../services/api/src/look-ahead.ts';
import { systemActor } from '@zhouji/database';
import { application, openOffice, type TestOffice } from './open-office.ts';
import { apply, caseAt, give, must, openTask, surveyForm } from './walk.ts';

let office: TestOffice;
beforeAll(async () => void (office = await openOffice()));
afterAll(() => office.close());

describe('a family from application to award', () => {
  test('applies and hears what happens by when', async () => {
    const { status, body } = await office.ask<{ receipt: string; expects: unknown[] }>(null, 'POST', '/api/applications', application(1));
    expect(status).toBe(201);
    expect(body.receipt).toMatch(/^DB26-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(body.expects).toEqual([{ clock: 'intake-check', what: '材料审查', by: '2026-09-10' }]);
  });

  test('is carried to the award by five people, each outcome answered with the tasks that follow', async () => {
    const { caseId, receipt } = await apply(office, 2);
    expect(kinds(await must(give(office, caseId, 'intake', 'accepted')))).toEqual(['survey', 'verification']);
    expect(kinds(await must(give(office, caseId, 'survey', 'done', surveyForm(2))))).toEqual(['verification']);
    expect(kinds(await must(give(office, caseId, 'verification', 'consistent')))).toEqual(['opinion']);
    const noticed = await must(give(office, caseId, 'opinion', 'eligible'));
    expect(noticed.body).toMatchObject({ next: [], case: { stage: 'on-notice' } });

    const { body: notices } = await office.ask<{ items: { id: string; endsOn: string; monthly: string }[] }>(null, 'GET', '/api/notices');
    expect(notices.items).toHaveLength(1);
    expect(notices.items[0]).toMatchObject({ township: '清溪镇', persons: 2, endsOn: '2026-09-16' });

    office.clock.set('2026-09-16T16:00:01.000Z');
    await office.database.transact(systemActor, office.clock.now(), (tx) => bringOn(tx, caseId));
    office.clock.set('2026-09-17T02:00:00.000Z');
    expect((await office.ask(null, 'GET', `/api/notices/${notices.items[0]?.id}`)).status).toBe(410);

    const confirmed = await must(give(office, caseId, 'confirm', 'confirmed'));
    expect(confirmed.body).toMatchObject({ case: { stage: 'closed', ending: 'granted' }, next: [] });
    const { body: file } = await office.ask<{ award: { monthly: string; from: string } }>('leader', 'GET', `/api/cases/${caseId}`);
    // Two people at 580 each, a wage of 600 less a fifth for going to work, and a top-up of 15 % of the standard for the minor: 1160 - 480 + 87.
    expect(file.award).toMatchObject({ state: 'active', monthly: '767.00', from: '2026-10', nextReviewOn: '2027-03-17' });
    const { body: tracked } = await office.ask(null, 'GET', `/api/track/${receipt}?lastFour=${lastFour(2)}`);
    expect(tracked).toMatchObject({ stage: 'closed', ending: 'granted', amount: '767.00', from: '2026-10' });
    const letters = await office.ask<{ items: { kind: string; id: string }[] }>('caseworker', 'GET', `/api/cases/${caseId}/letters`);
    expect(letters.body.items.map(({ kind }) => kind)).toEqual(['acceptance', 'confirmation']);
    office.clock.set('2026-09-09T01:10:00.000Z');
  });

  test('every list of a case file can be read', async () => {
    const caseId = await caseAt(office, 3, 'notice');
    for (const part of ['', '/ledger', '/clocks', '/assessments', '/documents', '/letters']) {
      const { status, body } = await office.ask<{ items?: unknown[] }>('caseworker', 'GET', `/api/cases/${caseId}${part}`);
      expect(status, part).toBe(200);
      if (part === '/ledger') expect(body.items?.length).toBeGreaterThan(6);
    }
    const { body } = await office.ask<{ items: { result: { eligible: boolean } }[] }>(
      'caseworker',
      'GET',
      `/api/cases/${caseId}/assessments`,
    );
    expect(body.items[0]?.result.eligible).toBe(true);
  });

  test('a task page shows facts, what was declared, the assessment and who did what', async () => {
    const caseId = await caseAt(office, 4, 'opinion');
    const task = await openTask(office, caseId, 'opinion');
    const { status, body } = await office.ask<Record<string, never>>('reviewer', 'GET', `/api/tasks/${task.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      mayDo: { ok: true },
      assessment: { eligible: true },
      household: { source: 'survey' },
      declared: { source: 'application' },
      outcomes: ['eligible', 'not-eligible'],
    });
    const other = await office.ask<{ mayDo: { ok: boolean; refusal: { code: string } } }>('caseworker', 'GET', `/api/tasks/${task.id}`);
    expect(other.body.mayDo).toMatchObject({ ok: false, refusal: { code: 'FOUR_EYES' } });
  });

  test('the work queue holds what is one’s own, by when it is due', async () => {
    const { body } = await office.ask<{ items: { kind: string; duty: string }[]; counts: { all: number } }>(
      'verification',
      'GET',
      '/api/tasks',
    );
    expect(new Set(body.items.map(({ duty }) => duty))).toEqual(new Set(body.items.length > 0 ? ['verify'] : []));
    await caseAt(office, 5, 'survey');
    const after = await office.ask<{ items: { kind: string }[]; counts: { all: number } }>('verification', 'GET', '/api/tasks');
    expect(after.body.counts.all).toBe(body.counts.all + 1);
  });

  test('the list of cases is read page by page without a gap', async () => {
    const all = await office.ask<{ items: { id: string }[] }>('caseworker', 'GET', '/api/cases?limit=200');
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await office.ask(
        'caseworker',
        'GET',
        `/api/cases?limit=2${next ? `&cursor=${next}` : ''}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(seen).toEqual(all.body.items.map(({ id }) => id));
  });

  test('commands leave one nudge for the case and an audit entry each', async () => {
    const caseId = await caseAt(office, 6, 'survey');
    const rows = await query<{ nudges: number; audits: number }>(
      office.base.urls.admin,
      `select (select count(*)::int from nudge where case_id = $1) as nudges, (select count(*)::int from audit where case_id = $1 and action <> 'read-case') as audits`,
      [caseId],
    );
    expect(rows[0]).toEqual({ nudges: 1, audits: 2 });
  });
});

function kinds({ body }: { body: unknown }): string[] {
  return (body as { next: { kind: string }[] }).next.map(({ kind }) => kind).toSorted();
}

function lastFour(serial: number): string {
  return surveyForm(serial).household.members[0]?.idNumber?.slice(-4) ?? '';
}
