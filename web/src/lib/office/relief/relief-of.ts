import { answerOf, type apiOf } from '#lib/api/client.ts';
import type { CaseSummary, ClockOfCase, DocumentLine, ReliefFile } from '#lib/api/shapes.ts';

/** What the pages of a relief show: the relief, its limits, its papers. Null where a case is none. */
export async function reliefOf(
  client: ReturnType<typeof apiOf>,
  { id, process }: Pick<CaseSummary, 'id' | 'process'>,
): Promise<{ file: ReliefFile; clocks: ClockOfCase[]; documents: DocumentLine[] } | null> {
  if (process !== 'quick-relief') return null;
  const params = { path: { id } };
  const [file, clocks, documents] = await Promise.all([
    answerOf(client.GET('/api/reliefs/{id}', { params })),
    answerOf(client.GET('/api/cases/{id}/clocks', { params })),
    answerOf(client.GET('/api/cases/{id}/documents', { params })),
  ]);
  return { file, clocks: clocks.items, documents: documents.items };
}
