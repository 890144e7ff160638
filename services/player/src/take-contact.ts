import { getCastMember } from './cast.ts';
import type { Office } from './office.ts';

/** What somebody said to the hotline, as the API takes it, with plausible demo content where the scenario says nothing. */
export function contactOf(content: Record<string, unknown>): Record<string, unknown> {
  const {
    class: kind = 'help',
    urgency = 'ordinary',
    what = '独居老人家里没有米了，儿子联系不上。',
    phone = '13800000001',
    name,
  } = content;
  const { township = getCastMember('caseworker').area, isAnonymous = false, reporter } = content;
  const isReport = kind === 'report';
  const given = (words: Record<string, unknown>) => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return given({
    ...{ kind: 'call', class: kind, urgency, hasConsent: true, reporter: reporter === undefined ? undefined : { name: reporter } },
    call: {
      caller: isReport || isAnonymous === true ? { isAnonymous: true } : given({ phone, isAnonymous: false }),
      person: given({ name }),
      place: { township },
      ...{ what, vulnerable: [], danger: urgency === 'emergency' },
    },
  });
}

/** Work orders that came from others, as when one is handed on. */
export async function ordersFrom(office: Office): Promise<{ id: string; origin: string | null; at: string }[]> {
  const { items } = (await office.get(getCastMember('inspector'), '/api/work-orders?limit=200')) as unknown as {
    items: { caseId: string; origin: string | null; loggedAt: string }[];
  };
  return items.map(({ caseId, origin, loggedAt }) => ({ id: caseId, origin, at: loggedAt }));
}
