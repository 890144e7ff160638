import { Migration } from '@mikro-orm/migrations';

/**
 * The ledger of a case becomes a chain of hashes (`ledger-chain.ts` of the domain). What was entered before is hashed
 * here, in the same form, by functions that stay: so the database can be asked about a chain by itself.
 */
export class Migration2026112640_ledger_chain extends Migration {
  override up(): void {
    // JSON in one form: keys by their bytes, no spaces. Numbers come from the program as it writes them.
    this.addSql(`
      create function canonical_text(p_value jsonb) returns text
      language plpgsql immutable as $$
      begin
        if jsonb_typeof(p_value) = 'object' then
          return '{' || coalesce((select string_agg(to_json(m.key)::text || ':' || canonical_text(m.value), ',' order by m.key collate "C") from jsonb_each(p_value) m), '') || '}';
        elsif jsonb_typeof(p_value) = 'array' then
          return '[' || coalesce((select string_agg(canonical_text(i.value), ',' order by i.place) from jsonb_array_elements(p_value) with ordinality i(value, place)), '') || ']';
        end if;
        return p_value::text;
      end
      $$`);
    this.addSql(`
      create function chain_hash(p_before text, p_seq int, p_case uuid, p_township text, p_at timestamptz, p_kind text, p_step_round int, p_by uuid, p_by_name text, p_data jsonb)
      returns text language sql immutable as $$
        select encode(sha256(convert_to(p_before || E'\\n' || canonical_text(jsonb_build_object(
          'seq', p_seq, 'caseId', p_case, 'township', p_township,
          'at', to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'kind', p_kind, 'stepRound', p_step_round, 'by', p_by, 'byName', p_by_name, 'data', p_data)), 'UTF8')), 'hex')
      $$`);

    this.addSql(`alter table cases add column ledger_head text not null default '', add column ledger_count int not null default 0`);
    this.addSql(`alter table ledger add column seq int null, add column hash text null`);
    this.addSql(`alter table ledger disable trigger entries_stay`);
    this.addSql(`
      do $$
      declare
        v_entry ledger;
        v_case uuid;
        v_seq int;
        v_head text;
      begin
        for v_entry in select * from ledger order by case_id, id loop
          if v_case is distinct from v_entry.case_id then
            v_case := v_entry.case_id;
            v_seq := 0;
            v_head := '';
          end if;
          v_seq := v_seq + 1;
          v_head := chain_hash(v_head, v_seq, v_entry.case_id, v_entry.township, v_entry.at, v_entry.kind, v_entry.step_round, v_entry."by", v_entry.by_name, v_entry.data);
          update ledger set seq = v_seq, hash = v_head where id = v_entry.id;
        end loop;
      end
      $$`);
    this.addSql(`
      update cases set ledger_head = last.hash, ledger_count = last.seq
      from (select distinct on (case_id) case_id, seq, hash from ledger order by case_id, seq desc) last where last.case_id = cases.id`);
    this.addSql(`alter table ledger enable trigger entries_stay`);
    this.addSql(`alter table ledger alter column seq set not null, alter column hash set not null`);
    this.addSql(`drop index ledger_case`);
    this.addSql(`alter table ledger add constraint ledger_place unique (case_id, seq)`);
    this.addSql(`revoke execute on function canonical_text, chain_hash from public`);
    this.addSql(`grant execute on function canonical_text, chain_hash to zhouji_app, zhouji_worker`);
  }
}
