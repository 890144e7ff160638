import { Migration } from '@mikro-orm/migrations';

/** The reads that must be one round trip, and the few narrow doors in the fence. */
export class Migration20260704_functions extends Migration {
  override up(): void {
    this.addSql(`create sequence letter_number`);

    // Locks the case and then reads it: only a statement that begins after the lock is held sees what the last holder wrote.
    // As json: it is read once, as text, and building jsonb for that would cost as much as the reading.
    this.addSql(`
      create function lock_case(p_case uuid, p_task uuid) returns json
      language plpgsql volatile as $$
      declare
        v_case uuid := p_case;
        v_frame json;
      begin
        if v_case is null then
          select case_id into v_case from task where id = p_task;
        end if;
        perform 1 from cases where id = v_case for no key update;
        if not found then
          return null;
        end if;
        select json_build_object(
          'case', to_json(c),
          'tasks', (select coalesce(json_agg(t), '[]') from task t where t.case_id = v_case),
          'periods', (select coalesce(json_agg(p), '[]') from period p where p.case_id = v_case),
          'acts', (select coalesce(json_agg(a), '[]') from act a where a.case_id = v_case),
          'clocks', (select coalesce(json_agg(k), '[]') from clock k where k.case_id = v_case),
          'facts', (select json_build_object('version', f.version, 'household', f.household) from household_facts f where f.case_id = v_case order by f.version desc limit 1),
          'assessments', (
            select coalesce(json_agg(json_build_object('round', s.round, 'eligible', s.result -> 'eligible', 'monthly', s.result -> 'monthly')), '[]')
            from assessment s where s.case_id = v_case),
          'notices', (select coalesce(json_agg(n), '[]') from notice n where n.case_id = v_case)
        ) into v_frame from cases c where c.id = v_case;
        return v_frame;
      end
      $$`);

    // Each of these tells which township something belongs to, to somebody who holds its number, token or id; nothing else.
    const door = (name: string, argument: string, query: string) => `
      create function ${name}(${argument}) returns text
      language sql stable security definer set search_path = public set app.townships = '*' as $$ ${query} $$`;
    this.addSql(door('township_of_receipt', 'p_receipt text', 'select township from cases where receipt = p_receipt'));
    this.addSql(
      door(
        'township_of_draft',
        'p_draft uuid, p_token_hash text',
        'select township from draft where id = p_draft and token_hash = p_token_hash',
      ),
    );
    this.addSql(door('township_of_notice', 'p_notice uuid', 'select township from notice where id = p_notice'));

    // What hangs on the notice board of a day, for everybody.
    this.addSql(`
      create function public_notices(p_day date, p_notice uuid) returns table (id uuid, kind text, township text, fields jsonb, posted_at timestamptz, ends_on date, is_over boolean)
      language sql stable security definer set search_path = public set app.townships = '*' as $$
        select n.id, n.kind, n.township, n.fields, n.posted_at, n.ends_on, n.removed_at is not null or n.ends_on < p_day
        from notice n
        where case when p_notice is null then n.removed_at is null and n.ends_on >= p_day else n.id = p_notice end
        order by n.posted_at desc, n.id
      $$`);

    // A lesson begins with no case. Only in a base that was marked as a sandbox while it was empty.
    this.addSql(`
      create function forget_cases() returns void
      language plpgsql volatile security definer set search_path = public as $$
      begin
        if not exists (select from meta where key = 'sandbox' and value = 'true') then
          raise exception 'this is no sandbox: nothing is forgotten' using errcode = 'ZJBOX';
        end if;
        truncate cases, ledger, audit, document, draft, idempotency cascade;
      end
      $$`);
  }
}
