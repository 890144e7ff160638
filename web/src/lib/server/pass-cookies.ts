import type { Cookies } from '@sveltejs/kit';

/** Hands the session cookie that the API has set, or taken back, on to the browser with the same limits. */
export function passCookies(answer: Response, cookies: Cookies): void {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const cut = pair.indexOf('=');
    const has = (name: string) => attributes.some((attribute) => attribute.toLowerCase() === name);
    const maxAge = attributes.find((attribute) => attribute.toLowerCase().startsWith('max-age='))?.slice(8);
    const expires = attributes.find((attribute) => attribute.toLowerCase().startsWith('expires='))?.slice(8);
    if (maxAge === '0' || (expires && Date.parse(expires) < Date.now())) {
      cookies.delete(pair.slice(0, cut), { path: '/', secure: has('secure') });
      continue;
    }
    cookies.set(pair.slice(0, cut), decodeURIComponent(pair.slice(cut + 1)), {
      path: '/',
      httpOnly: true,
      sameSite: has('samesite=strict') ? 'strict' : 'lax',
      secure: has('secure'),
      ...(maxAge ? { maxAge: Number(maxAge) } : {}),
    });
  }
}
