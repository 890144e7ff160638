import type { Office } from '../office.ts';

/** Where anybody checks a letter. Made from the settings and never from a request: what a request says of its host would stand on paper. */
export function verifyUrlOf({ publicUrl }: Pick<Office, 'publicUrl'>, code: string): string {
  return new URL(`/verify/${code}`, publicUrl).href;
}
