import { answerOf, apiOf } from '#lib/api/client.ts';
import { reliefOf } from '#lib/office/relief/relief-of.ts';
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
  const relief = tab === 'overview' ? await reliefOf(client, file.case) : null;
  const paid = tab === 'overview' ? (await client.GET('/api/cases/{id}/payments', of)).data : undefined;
  // Of a relief there is neither household, notice nor assessment [LAW 50; TA2026 2(1)].
  const isRelief = file.case.process === 'quick-relief';
  return {
    relief,
    /** Null where nothing is paid, or nobody has said where to. */
    payments: paid && (paid.account !== null || paid.items.length > 0) ? paid : null,
    tabs: isRelief ? tabs.filter((word) => !['household', 'people', 'notice', 'assessments'].includes(word)) : tabs,
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
