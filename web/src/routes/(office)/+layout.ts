import { answerOf, apiOf, Refused, rememberCsrf } from '#lib/api/client.ts';
import type { LayoutLoad } from './$types';

/** The office runs in the browser and hears of changes; nothing of a case is rendered on the server. */
export const ssr = false;
export const csr = true;

export const load: LayoutLoad = async ({ fetch, url, depends }) => {
  depends('office:emergency');
  try {
    const client = apiOf(fetch);
    const [me, emergencies] = await Promise.all([answerOf(client.GET('/api/session')), answerOf(client.GET('/api/emergencies/now'))]);
    rememberCsrf(me.csrf);
    return { me, emergencies: emergencies.items };
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) {
      location.assign(`/sign-in?to=${encodeURIComponent(url.pathname)}`);
      // The browser is leaving; nothing is to be shown any more.
      return await new Promise<never>(() => {});
    }
    throw error;
  }
};
