import { Migration } from '@mikro-orm/migrations';

/** Who could do a task, with their names: a meeting names whom it recused, and knows no accounts. */
export class Migration2026112810_staff_by_name extends Migration {
  override up(): void {
    this.addSql('drop function staff_for(text, text[])');
    this.addSql(`
      create function staff_for(p_township text, p_roles text[]) returns table (account uuid, department text, name text)
      language sql stable security definer set search_path = public as $$
        select a.id, to_jsonb(a) ->> 'department', a.name from account a
        where a.disabled_at is null and a.role = any (p_roles) and a.area is not null and starts_with(p_township, a.area)
      $$`);
    this.addSql('revoke execute on function staff_for from public');
    this.addSql('grant execute on function staff_for to zhouji_app, zhouji_worker');
  }
}
