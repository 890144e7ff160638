import type { AreaCode } from '@zhouji/domain';
import type { Tx } from '../database.ts';

interface DemoArea {
  code: AreaCode;
  parent: AreaCode | null;
  name: string;
  parameterSet: string | null;
}

/** A county that is on no map, with two townships and fifteen villages. */
export const demoAreas: readonly DemoArea[] = [
  { code: '999901', parent: null, name: '演示县', parameterSet: 'demo' },
  { code: '999901101', parent: '999901', name: '清溪镇', parameterSet: 'demo' },
  { code: '999901102', parent: '999901', name: '白石乡', parameterSet: 'demo' },
  ...villages('999901101', '2', ['示例社区', '上溪村', '下溪村', '竹林村', '桥头村', '井边村', '樟树村', '新塘村']),
  ...villages('999901102', '2', ['石门村', '石桥村', '岭脚村', '茶坪村', '枫坳村', '大塘村', '田心村']),
];

/** Writes the areas of the demo. Can be repeated. */
export async function seedAreas(tx: Tx, areas: readonly DemoArea[] = demoAreas): Promise<void> {
  await tx.rows(
    `insert into area (code, parent, name, parameter_set)
     select r.code, r.parent, r.name, r."parameterSet" from jsonb_to_recordset($1::jsonb) as r(code text, parent text, name text, "parameterSet" text)
     on conflict (code) do nothing`,
    [JSON.stringify(areas)],
  );
}

function villages(township: AreaCode, prefix: string, names: string[]): DemoArea[] {
  return names.map((name, index) => ({
    code: `${township}${prefix}${String(index + 1).padStart(2, '0')}`,
    parent: township,
    name,
    parameterSet: null,
  }));
}
