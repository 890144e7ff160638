import { answerOf, apiOf } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** The tabs of a case, by the word in the address. */
const tabs = ['overview', 'household', 'means', 'documents', 'clocks', 'ledger', 'assessments', 'letters'] as const;

export const load: PageLoad = async ({ fetch, params, url, depends }) => {
  depends(`office:case/${params.id}`);
  const tab = tabs.find((word) => word === url.searchParams.get('tab')) ?? 'overview';
  const client = apiOf(fetch);
  const of = { params: { path: { id: params.id } } };
  const [file, clocks, ledger, assessments, documents, letters] = await Promise.all([
    answerOf(client.GET('/api/cases/{id}', of)),
    answerOf(client.GET('/api/cases/{id}/clocks', of)),
    tab === 'ledger' || tab === 'overview' ? answerOf(client.GET('/api/cases/{id}/ledger', of)) : null,
    tab === 'assessments' ? answerOf(client.GET('/api/cases/{id}/assessments', of)) : null,
    tab === 'documents' ? answerOf(client.GET('/api/cases/{id}/documents', of)) : null,
    tab === 'letters' ? answerOf(client.GET('/api/cases/{id}/letters', of)) : null,
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
  };
};
