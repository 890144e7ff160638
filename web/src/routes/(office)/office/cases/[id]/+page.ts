import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** The tabs of a case, by the word in the address. */
const tabs = ['overview', 'household', 'documents', 'people', 'clocks', 'notice', 'assessments', 'letters', 'ledger'] as const;
type Tab = (typeof tabs)[number];
const tellingOfEntries: readonly Tab[] = ['ledger', 'overview', 'notice'];

export const load: PageLoad = async ({ fetch, params, url, depends }) => {
  depends(`office:case/${params.id}`);
  const tab = tabs.find((word) => word === url.searchParams.get('tab')) ?? 'overview';
  const client = apiOf(fetch);
  const of = { params: { path: { id: params.id } } };
  const [file, clocks, ledger, assessments, documents, letters, duplicates, relatives] = await Promise.all([
    answerOf(client.GET('/api/cases/{id}', of)),
    answerOf(client.GET('/api/cases/{id}/clocks', of)),
    tellingOfEntries.includes(tab) ? answerOf(client.GET('/api/cases/{id}/ledger', of)) : null,
    tab === 'assessments' ? answerOf(client.GET('/api/cases/{id}/assessments', of)) : null,
    tab === 'documents' ? answerOf(client.GET('/api/cases/{id}/documents', of)) : null,
    tab === 'letters' ? answerOf(client.GET('/api/cases/{id}/letters', of)) : null,
    tab === 'people' ? answerOf(client.GET('/api/cases/{id}/duplicates', of)) : null,
    tab === 'people' ? answerOf(client.GET('/api/relatives', { params: { query: { case: params.id } } })) : null,
  ]);
  return {
    tabs,
    tab,
    file,
    clocks: clocks.items,
    ledger: ledger?.items ?? [],
    assessments: assessments?.items ?? [],
    documents: documents?.items ?? [],
    letters: letters?.items ?? [],
    duplicates: duplicates?.items ?? [],
    relatives: relatives?.items ?? [],
  };
};
