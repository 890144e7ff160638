import type { Me } from '#lib/api/shapes.ts';
import type { MessageKey } from '#lib/messages/words.ts';

interface Entry {
  href: string;
  label: MessageKey;
}

/** What stands at the left for somebody: daily work, what is kept, what is set. Nobody sees an entry that would refuse them. */
export function navigationFor({ duties, mode }: Me): Entry[][] {
  const holds = (...wanted: Me['duties']) => wanted.some((duty) => duties.includes(duty));
  const groups: (Entry & { isShown: boolean })[][] = [
    [
      { href: '/office', label: 'office.queue', isShown: duties.some((duty) => duty !== 'answer-referral') },
      { href: '/office/relief', label: 'office.relief', isShown: holds('triage', 'decide-relief', 'read-cases') },
      { href: '/office/relief/new', label: 'office.relief.new', isShown: holds('help-apply') && !holds('read-cases') },
      { href: '/office/leads', label: 'office.leads', isShown: holds('report-lead', 'follow-lead', 'read-cases') },
      { href: '/office/leads/new', label: 'office.leads.new', isShown: holds('report-lead') },
      { href: '/office/leads/import', label: 'office.leads.import', isShown: holds('import-alerts') },
      { href: '/office/cases', label: 'office.cases', isShown: holds('read-cases') },
      { href: '/office/apply', label: 'office.apply', isShown: holds('help-apply') },
      { href: '/office/notices', label: 'office.notices', isShown: holds('post-notice', 'read-cases') },
    ],
    [
      { href: '/office/hotline', label: 'office.hotline', isShown: holds('take-contacts') },
      { href: '/office/hotline/callbacks', label: 'office.callbacks', isShown: holds('take-contacts') },
      { href: '/office/hotline/orders', label: 'office.orders', isShown: holds('take-contacts', 'answer-work-order', 'examine-report') },
      { href: '/office/hotline/shift', label: 'office.shift', isShown: holds('take-contacts') },
      { href: '/office/hotline/board', label: 'office.board', isShown: holds('settle-returns') },
      { href: '/office/hotline/knowledge', label: 'office.knowledge', isShown: holds('take-contacts', 'answer-work-order') },
    ],
    [
      { href: '/office/awards', label: 'office.awards', isShown: holds('read-cases') },
      { href: '/office/recognitions', label: 'office.recognitions', isShown: holds('read-cases') },
      { href: '/office/aids', label: 'office.aids', isShown: holds('read-cases') },
      { href: '/office/returned-payments', label: 'office.returned', isShown: holds('set-payee-account') },
      { href: '/office/pay-lists', label: 'office.payLists', isShown: holds('pay') },
      { href: '/office/payments', label: 'office.payments', isShown: holds('pay', 'approve-payment') },
      { href: '/office/reserve-fund', label: 'office.reserveFund', isShown: holds('pay', 'keep-reserve-fund', 'oversee-relief') },
      { href: '/office/discussions', label: 'office.discussions', isShown: holds('read-cases') },
      { href: '/office/referrals', label: 'office.referrals', isShown: holds('read-cases', 'answer-referral') },
      { href: '/office/relatives', label: 'office.relatives', isShown: holds('read-cases') },
    ],
    [
      { href: '/office/settings', label: 'office.settings', isShown: holds('read-cases') },
      { href: '/office/components', label: 'office.components', isShown: mode !== 'production' },
    ],
  ];
  return groups.map((entries) => entries.filter(({ isShown }) => isShown)).filter((entries) => entries.length > 0);
}

/** Whether a page belongs below an entry; tasks and warnings are the queue's. */
export function isEntryOf(pathname: string, href: string): boolean {
  if (href === '/office/hotline') return pathname === href;
  if (href === '/office/leads') return /^\/office\/leads(\/[0-9a-f-]{36})?$/.test(pathname);
  if (href === '/office') return pathname === href || /^\/office\/(tasks|warnings)(\/|$)/.test(pathname);
  return pathname === href || pathname.startsWith(`${href}/`);
}
