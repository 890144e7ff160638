import type { Label } from '@zhouji/domain';
import type { FastifyRequest } from 'fastify';

export type Language = keyof Label;

/** zh, unless the reader prefers English by `Accept-Language`. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const header = request.headers['accept-language'];
  if (!header) return 'zh';
  const weights = { zh: 0, en: 0 };
  for (const part of header.slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    const language = range.startsWith('en') ? 'en' : range.startsWith('zh') ? 'zh' : undefined;
    if (language && weight > weights[language]) weights[language] = weight;
  }
  return weights.en > weights.zh ? 'en' : 'zh';
}
