import { Migration } from '@mikro-orm/migrations';

/** What the two logins of the running system may do: they own nothing, and what is entered they cannot take back. */
export class Migration20260705_grants extends Migration {
  override up(): void {
    const all =
      'act, area, assessment, award, cases, claim, clock, document, draft, household_facts, household_registry, idempotency, ledger, letter, meta, notice, nudge, objection, period, task, audit';
    for (const login of ['zhouji_app', 'zhouji_worker']) {
      this.addSql(`grant usage on schema public to ${login}`);
      this.addSql(`grant select, insert on ${all} to ${login}`);
      this.addSql(`grant update on cases, task, period, clock, notice, letter, nudge, award, meta to ${login}`);
      this.addSql(`grant delete on claim to ${login}`);
      this.addSql(`grant usage on all sequences in schema public to ${login}`);
    }
    this.addSql('grant select, insert, update on account to zhouji_app');
    this.addSql('grant select, insert, update, delete on session to zhouji_app');
    this.addSql('grant update on area, draft, document to zhouji_app');
    this.addSql('grant delete on draft, idempotency to zhouji_app');
    // Who objected is written and not read [M57 11; PET 22].
    this.addSql('grant insert on objector to zhouji_app');

    this.addSql('revoke execute on all functions in schema public from public');
    this.addSql(
      'grant execute on function are_separated, hold_separation, hold_outcome, hold_entry, hold_mark, anything_recorded, lock_case, township_of_receipt, township_of_draft, township_of_notice, public_notices to zhouji_app, zhouji_worker',
    );
    this.addSql('grant execute on function forget_cases to zhouji_app');
  }
}
