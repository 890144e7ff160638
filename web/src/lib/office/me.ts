import { getContext, setContext } from 'svelte';
import type { Me } from '#lib/api/shapes.ts';

const key = Symbol('me');

/** Tells the pages below who is signed in; a function, because it is read again while the page stays open. */
export function provideMe(me: () => Me): void {
  setContext(key, me);
}

/** Who is signed in. */
export function useMe(): () => Me {
  return getContext<() => Me>(key);
}
