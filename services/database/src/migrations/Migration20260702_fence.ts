import { Migration } from '@mikro-orm/migrations';

/** Row-level security: each transaction sees the townships that it was opened for, and none when it was opened for none. */
export class Migration20260702_fence extends Migration {
  override up(): void {
    const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

    for (const table of [
      'act',
      'assessment',
      'award',
      'cases',
      'claim',
      'clock',
      'document',
      'draft',
      'household_facts',
      'household_registry',
      'ledger',
      'letter',
      'notice',
      'nudge',
      'objection',
      'objector',
      'period',
      'task',
    ]) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy township_fence on ${table} using (${isInside}) with check (${isInside})`);
    }

    // What is done before anybody is known, such as a failed sign-in, belongs to no township.
    this.addSql('alter table audit enable row level security');
    this.addSql('alter table audit force row level security');
    this.addSql(`create policy township_fence on audit for select using (${isInside})`);
    this.addSql(`create policy township_or_nowhere on audit for insert with check ((township is null or ${isInside}))`);
  }
}
