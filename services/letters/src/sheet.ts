import { dayOf, type LetterContent } from '@zhouji/domain';
import { explanationsOf } from './explanation.ts';
import { type Coverage, coverageOf } from './font-coverage.ts';
import { fontFiles } from './fonts.ts';
import { qrSvg } from './qr.ts';
import { readableText } from './readable-text.ts';
import { explanationColumns, instrumentsIn, printedWords } from './words.ts';

/** A letter with all that stands on the paper beside its text. */
export interface Printable {
  number: string;
  issuedAt: string;
  content: LetterContent;
  verifyCode: string;
  verifyUrl: string;
  digest: string;
}

let coverage: Coverage | undefined;

/** What stands on the sheets of a letter, as the template reads it: all of it text. */
export function sheetOf({ number, content, verifyCode, verifyUrl, digest, issuedAt }: Printable) {
  const { issued } = content;
  const missing = new Set<string>();
  coverage ??= coverageOf(fontFiles);
  const text = readableText(
    {
      sources: instrumentsIn(JSON.stringify(content)),
      title: content.title,
      to: content.to,
      paragraphs: content.paragraphs,
      lines: content.lines ?? [],
      sections: content.sections ?? [],
      signatures: content.signatures ?? [],
      explanations: explanationsOf(content.because),
      body: issued?.body ?? { zh: '', en: '' },
    },
    coverage,
    (character) => missing.add(character),
  );
  return {
    ...text,
    words: { ...printedWords, why: explanationColumns },
    number,
    day: issued?.day ?? dayOf(issuedAt),
    receipt: issued?.receipt ?? '',
    large: content.large ?? false,
    rules: issued ? `${issued.rules.parameters} · ${issued.rules.calendar}` : '',
    demo: issued?.rules.demo ?? false,
    code: verifyCode.match(/.{1,5}/g)?.join(' ') ?? '',
    digest: digest.match(/.{1,8}/g)?.join(' ') ?? '',
    missing: [...missing].map(codeOf).join('、'),
    qr: qrSvg(verifyUrl),
  };
}

/** How a character that cannot be printed is named: `U+20BB7`. */
function codeOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}
