// A call at night, and the API dies: what was typed is there, and the call is logged once.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openStackOffice } from './stack-office.ts';

const said = '租的房子烧了，一家三口没有地方住，没有吃的。';
const call = {
  kind: 'call',
  class: 'help',
  urgency: 'emergency',
  call: {
    ...{ caller: { isAnonymous: false, phone: '13800005555' }, person: { name: '甲夜火', persons: 3 } },
    ...{ place: { township: '999901101', address: '青溪镇老街' }, what: said, vulnerable: ['child'], danger: false },
  },
  hasConsent: true,
};

test(
  'what is typed while listening outlives a killed API, and a call that was sent as it died is logged once',
  { timeout: 120_000 },
  async () => {
    const office = await openStackOffice({ lookAhead: true });
    const { api } = office.stack.processes;
    const { admin } = office.stack.databaseUrls;
    try {
      const draft = randomUUID();
      expect((await office.insist('hotline', 'PUT', `/api/contact-drafts/${draft}`, { fields: { what: said } })).status).toBe(200);
      api.kill();
      const { body: kept } = await office.insist('hotline', 'GET', '/api/contact-drafts');
      expect(kept).toMatchObject({ items: [{ id: draft, answers: { what: said } }] });

      const logged = office.insist('hotline', 'POST', '/api/contacts', { ...call, draft });
      await new Promise((resolve) => setImmediate(resolve));
      api.kill();
      expect((await logged).status).toBe(201);
      expect(await query(admin, `select 1 from contact where caller_phone = '13800005555'`)).toHaveLength(1);
      expect(await query(admin, `select 1 from cases where process = 'quick-relief'`)).toHaveLength(1);
      expect(await query(admin, 'select 1 from contact_draft where id = $1', [draft])).toEqual([]);
    } finally {
      await office.close();
    }
  },
);
