/** The known word that takes the fewest changes of a letter to become `word`; the first of equals. Undefined when none is known. */
export function nearestTo(word: string, known: readonly string[]): string | undefined {
  let nearest: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = lettersChanged(word.toLowerCase(), candidate.toLowerCase());
    if (!nearest || distance < nearest.distance) nearest = { word: candidate, distance };
  }
  return nearest?.word;
}

/** How many letters must be put in, taken out or changed: the distance of Levenshtein, row by row. */
function lettersChanged(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      current.push(Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same));
    }
    above = current;
  }
  return above[to.length] ?? 0;
}
