import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ payments: (await answerOf(apiOf(fetch).GET('/api/returned-payments'))).items });
