import { getContext, setContext } from 'svelte';
import { answerOf, api, Refused } from '#lib/api/client.ts';
import type { FoundCase, Problem } from '#lib/api/shapes.ts';

/** What was searched for and found. It lives as long as the page: a name has no place in an address or in what the browser keeps. */
export class Search {
  asked = $state('');
  #found = $state<FoundCase[] | null>(null);
  #problem = $state<Problem | null>(null);

  /** Null until something was searched for. */
  get found(): FoundCase[] | null {
    return this.#found;
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  /** @returns the one case where there is one alone */
  async run(): Promise<FoundCase | undefined> {
    this.#problem = null;
    try {
      const { items } = await answerOf(api.POST('/api/case-searches', { body: { text: this.asked.trim() } }));
      this.#found = items;
      return items.length === 1 ? items[0] : undefined;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#found = null;
      this.#problem = error.problem;
      return undefined;
    }
  }
}

const key = Symbol('search');

/** Gives the pages below what was found. */
export function provideSearch(search: Search): void {
  setContext(key, search);
}

export function useSearch(): Search {
  return getContext<Search>(key);
}
