import { getContext, setContext } from 'svelte';
import type { Words } from './words.ts';

const key = Symbol('words');

/** Gives the components below the words of the reader's language. */
export function provideWords(words: Words): void {
  setContext(key, words);
}

/** The words that a layout above has given. */
export function useWords(): Words {
  return getContext<Words>(key);
}
