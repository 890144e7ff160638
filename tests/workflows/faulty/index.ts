import { durably } from '@zhouji/workflows/durable';

/** A statute with a slip of the pen behind the intake. */
export const subsistenceAllowance = durably(async ({ task }) => {
  await task('intake');
  throw new Error('a slip of the pen');
});
