import type { RequestEvent } from '@sveltejs/kit';

/** What was promised when an application came in; nothing personal. */
interface Receipt {
  receipt: string;
  expects: { what: string; by: string }[];
}

const cookie = 'zhouji_receipt';

/** Keeps the receipt for the page that follows, and for coming back to it. */
export function keepReceipt(event: RequestEvent, { receipt, expects }: Receipt): void {
  event.cookies.set(cookie, JSON.stringify({ receipt, expects: expects.slice(0, 12) }), {
    path: '/apply',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: 30 * 86_400,
  });
}

/** The receipt of the last application from this browser. */
export function findReceipt(event: RequestEvent): Receipt | undefined {
  const text = event.cookies.get(cookie);
  if (!text) return undefined;
  try {
    const { receipt, expects } = JSON.parse(text) as Partial<Receipt>;
    return typeof receipt === 'string' && Array.isArray(expects) ? { receipt, expects } : undefined;
  } catch {
    return undefined;
  }
}
