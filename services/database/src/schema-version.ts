/** The version of the schema that this checkout works with; it grows by one with each migration that is merged. */
export const schemaVersion = 5;
