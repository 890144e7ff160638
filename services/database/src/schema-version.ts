import { readdirSync } from 'node:fs';

/** The version of the schema that this checkout works with: the number of its migrations. */
export const schemaVersion = readdirSync(new URL('./migrations', import.meta.url)).filter((name) =>
  /^Migration\d.*\.ts$/.test(name),
).length;
