/** What a supplement notice asks for, read and ticked off [M57 10]. */

/** `document:<what>`, `authorization:<member>` or `signature:<member>`, taken apart. */
export interface MissingPart {
  readonly item: string;
  readonly kind: 'document' | 'authorization' | 'signature';
  /** The paper, or the name of the member who has to sign. */
  readonly what: string;
}

/** Papers are named in so many characters where they are stored. */
const longestName = 60;

/** Reads an item of a notice; what is none of the three kinds is a paper of that name. */
export function readMissing(item: string): MissingPart {
  const cut = item.indexOf(':');
  const kind = item.slice(0, Math.max(cut, 0));
  const what = item.slice(cut + 1).trim();
  if (kind === 'authorization' || kind === 'signature') return { item, kind, what };
  return { item, kind: 'document', what: (kind === 'document' ? what : item).slice(0, longestName) };
}

/** The items that neither a paper handed in under their name nor a signature answers. */
export function stillMissing(
  missing: readonly string[],
  { documents, signed }: { documents: readonly string[]; signed: readonly string[] },
): MissingPart[] {
  return missing.map(readMissing).filter(({ kind, what }) => !(kind === 'document' ? documents : signed).includes(what));
}
