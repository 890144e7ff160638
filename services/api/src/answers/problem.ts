import { refusals, type RefusalCode } from '@zhouji/domain';
import Type from 'typebox';

/** One field that must be corrected: `path` is a JSON pointer into the body, or `?name` for a query parameter. */
export const FieldError = Type.Object({ path: Type.String(), message: Type.String() }, { additionalProperties: false });
export type FieldError = Type.Static<typeof FieldError>;

const codes = ['FAULT', ...Object.keys(refusals)] as ('FAULT' | RefusalCode)[];

/** Why something was not done (RFC 9457). `code` is a refusal of the domain, or FAULT for an error of ours; more members depend on the code. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.Enum(codes),
    detail: Type.String(),
    errors: Type.Optional(Type.Array(FieldError)),
  },
  { additionalProperties: true },
);
export type Problem = Type.Static<typeof Problem>;

/** The `response` entries of a route for the statuses that it can refuse with. */
export function refusing(...statuses: number[]) {
  const entry = { description: 'Problem document', content: { 'application/problem+json': { schema: Problem } } };
  return Object.fromEntries([400, 422, 429, 503, ...statuses].map((status) => [status, entry]));
}
