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
      { href: '/office', label: 'office.queue', isShown: true },
      { href: '/office/cases', label: 'office.cases', isShown: holds('read-cases') },
      { href: '/office/apply', label: 'office.apply', isShown: holds('help-apply') },
      { href: '/office/notices', label: 'office.notices', isShown: holds('post-notice', 'read-cases') },
    ],
    [
      { href: '/office/awards', label: 'office.awards', isShown: holds('read-cases') },
      { href: '/office/recognitions', label: 'office.recognitions', isShown: holds('read-cases') },
      { href: '/office/pay-lists', label: 'office.payLists', isShown: holds('pay') },
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
  if (href === '/office') return pathname === href || /^\/office\/(tasks|warnings)(\/|$)/.test(pathname);
  return pathname === href || pathname.startsWith(`${href}/`);
}
