/** What people type, brought to one form: full-width letters and digits made plain, invisible characters gone, ends trimmed. */
export function plainText(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
}

/** A name: as {@link plainText}, but its own full-width marks stay, and spaces become one. */
export function readName(typed: string): string | undefined {
  const name = typed
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
  return name.length > 0 && name.length <= 60 ? name : undefined;
}

/** An ID number without its spaces and dashes, its X a capital. */
export function readIdNumber(typed: string): string {
  return plainText(typed).replace(/[\s-]/g, '').toUpperCase();
}
