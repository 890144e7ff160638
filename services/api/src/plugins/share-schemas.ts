/** An OpenAPI document, as far as it matters here. */
interface Document {
  components?: { schemas?: Record<string, unknown> };
}

/**
 * Writes each named schema once, under `components`, and refers to it wherever the same one stands in the document. Routes use schemas as
 * values, so that their types are known; readers of the document, and the types made from it, want names.
 */
export function shareSchemas(document: Document, named: Record<string, object>): Document {
  const plain = Object.entries(named).map(([name, schema]) => [name, worded(schema) as object] as const);
  const names = new Map(plain.map(([name, schema]) => [keyOf(schema), name]));
  const schemas = Object.fromEntries(plain.map(([name, schema]) => [name, shareWithin(schema)]));
  return { ...(share(worded(document)) as Document), components: { ...document.components, schemas } };

  function share(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const name = names.get(keyOf(value));
    return name === undefined ? shareWithin(value) : { $ref: `#/components/schemas/${name}` };
  }

  function shareWithin(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(share);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, share(child)]));
  }
}

/** One way of saying a thing: the generator writes a constant as a choice of one, and an open record by its values. */
function worded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(worded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
      if (key === 'const') return [['enum', [child]]];
      if (key === 'patternProperties') return [['additionalProperties', worded(Object.values(child as object)[0] ?? {})]];
      if (key === 'additionalProperties' && 'patternProperties' in value) return [];
      return child === undefined || typeof child === 'function' ? [] : [[key, worded(child)]];
    }),
  );
}

/** Equal for equal schemas, in whatever order they are written. */
function keyOf(value: object): string {
  return JSON.stringify(value, (key, child: unknown) => {
    if (key === 'description' && typeof child === 'string') return undefined;
    if (typeof child !== 'object' || child === null || Array.isArray(child)) return child;
    return Object.fromEntries(Object.entries(child).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
