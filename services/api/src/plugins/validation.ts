import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fp from 'fastify-plugin';

const common = { allErrors: true, removeAdditional: false, strict: false, ownProperties: true } as const;

// A body means what it says: nothing is removed, nothing is turned into something else. Queries and paths have only text to begin with.
const strict = withFormats(new Ajv({ ...common, coerceTypes: false, useDefaults: false }));
const fromText = withFormats(new Ajv({ ...common, coerceTypes: true, useDefaults: true }));

/** One checker for what is in the body, another for query, path and headers. */
export const validation = fp(
  (app, _options, done) => {
    app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? strict : fromText).compile(schema as object));
    done();
  },
  { name: 'validation' },
);

/** A check of a part of a body that only the record says the form of. */
export function compileStrictly(schema: object) {
  return strict.compile(schema);
}

function withFormats(ajv: Ajv): Ajv {
  // Two module systems disagree on where the function lies.
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv;
}
