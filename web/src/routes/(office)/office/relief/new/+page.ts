import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ areas: await answerOf(apiOf(fetch).GET('/api/areas')) });
