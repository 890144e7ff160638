import { Migration } from '@mikro-orm/migrations';

/** A stage of signed minutes says by which way it goes: by the bank, in cash or in goods; and departments hear of their referrals. */
export class Migration2026112840_stages_by_hand extends Migration {
  override up(): void {
    this.stages();
    this.separation();
    this.door();
  }

  private stages(): void {
    this.addSql(`alter table discussion_stage add column channel text not null default 'bank'`);
    this.addSql(`alter table discussion_stage add column what text null`);
    this.addSql(`alter table discussion_stage add constraint discussion_stage_channel check (channel in ('bank', 'cash', 'goods'))`);
    this.addSql(
      `alter table discussion_stage add constraint discussion_stage_goods_named check ((channel = 'goods') = (what is not null))`,
    );
    // TA2018 2(3), 2(4) — Of each stage what the minutes say, by the way that they say.
    this.addSql(`
      create or replace function hold_deliberated() returns trigger
      language plpgsql security definer set search_path = public set app.townships = '*' as $$
      begin
        if exists (select from cases where id = new.case_id and process = 'case-discussion') and not exists (
          select from discussion_stage s join discussion_minutes m on m.case_id = s.case_id
          where s.case_id = new.case_id and s.stage::text = new.occasion and s.fen = new.fen and s.channel = new.channel and m.township = new.township
            and new.kind = case when s.channel = 'goods' then 'goods' else 'money' end
            and (s.on_day is null or s.on_day <= (new.planned_at at time zone 'Asia/Shanghai')::date)
        ) then
          raise exception 'nothing of a discussion is paid but what its signed minutes say' using errcode = 'ZJMIN';
        end if;
        return new;
      end
      $$`);
  }

  /** TA2018 2(4) — Who could not hand something over does not decide alone that it is not given. */
  private separation(): void {
    this.addSql(`alter function are_separated(text, text) rename to are_separated_but_for_stages`);
    this.addSql(`
      create function are_separated(one text, other text) returns boolean
      language sql immutable set search_path = public as $$
        select are_separated_but_for_stages(one, other) or (one, other) in (('stage-release', 'stage-hand-over'))
      $$`);
    this.addSql(`revoke execute on function are_separated from public`);
    this.addSql(`grant execute on function are_separated to zhouji_app, zhouji_worker`);
    this.addSql(`
      create constraint trigger separation_in_stages after insert or update of outcome, given_by on task
      for each row when (new.outcome is not null and new.kind in ('stage-hand-over', 'stage-release'))
      execute function hold_separation()`);
  }

  /** Which department of which county a case is a referral to: nothing of the case itself. */
  private door(): void {
    this.addSql(`
      create function department_of_referral(p_case uuid) returns text
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select v.county || ' ' || v.department from referral r join receiver v on v.id = r.receiver and left(r.township, 6) = v.county where r.case_id = p_case
      $$`);
    this.addSql(`revoke execute on function department_of_referral from public`);
    this.addSql(`grant execute on function department_of_referral to zhouji_app`);
  }
}
