/** Only ever a path of this site: two slashes, or a backslash, would lead elsewhere. */
export function ownPath(path: string): string {
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : '/';
}
