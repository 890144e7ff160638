import { Migration } from '@mikro-orm/migrations';

/** A relief of several parts, and when its urgency was over. */
export class Migration2026112831_relief_parts extends Migration {
  override up(): void {
    // What of the money went by hand beside a transfer; and the day on which somebody found that the urgency was over.
    this.addSql(`
      alter table relief
        add column cash_fen bigint null,
        add column urgency_ended_on date null,
        add column urgency_ended_by_name text null,
        add constraint relief_cash check (coalesce(cash_fen, 0) >= 0 and coalesce(cash_fen, 0) <= coalesce(amount_fen, 0)),
        add constraint relief_urgency_ended_whole check ((urgency_ended_on is null) = (urgency_ended_by_name is null))`);

    // Of reliefs from before it ended with the hand-over, or on the day that was named then.
    this.addSql(`select set_config('app.townships', '*', true)`);
    this.addSql(`
      update relief r set urgency_ended_by_name = '系统', urgency_ended_on = coalesce(
        (select (l.data ->> 'urgencyEndedOn')::date from ledger l
         where l.case_id = r.case_id and l.kind = 'payout.paid' and l.data ? 'urgencyEndedOn' order by l.seq desc limit 1),
        (r.relieved_at at time zone 'Asia/Shanghai')::date)
      where r.relieved_at is not null`);
    this.addSql(`select set_config('app.townships', '', true)`);

    // Cash beside a transfer of the same stage is a payment of its own, with its own receipt.
    this.addSql(`
      alter table pay_intent
        drop constraint pay_intent_kind,
        add constraint pay_intent_kind check (
          kind in ('money', 'cash', 'goods') and (kind = 'goods') = (channel = 'goods') and (kind <> 'cash' or channel = 'cash'))`);
  }
}
