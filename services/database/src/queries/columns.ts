/** `select` items that give columns the names of properties: `due_on as "dueOn"`. `from` is the table's alias. */
export function columns(from: string, properties: readonly string[]): string {
  return properties
    .map((property) => `${from}."${property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}" as "${property}"`)
    .join(', ');
}
