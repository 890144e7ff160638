import type { Department } from '@zhouji/domain';
import type { Tx } from '../database.ts';

/** A receiver of the demo county. */
interface DemoReceiver {
  id: string;
  county: string;
  department: Department;
  name: string;
  phone: string | null;
}

const county = '999901';

/** Whom the demo county refers to. */
export const demoReceivers: readonly DemoReceiver[] = [
  receiver('yanshi-education', 'education', '演示县教育局'),
  receiver('yanshi-human-resources', 'human-resources', '演示县人力资源和社会保障局'),
  receiver('yanshi-housing', 'housing', '演示县住房和城乡建设局'),
  receiver('yanshi-health', 'health', '演示县卫生健康局'),
  receiver('yanshi-police', 'public-security', '演示县公安局'),
  receiver('yanshi-rescue', 'rescue-station', '演示县救助管理站'),
  receiver('yanshi-children', 'child-protection', '演示县未成年人救助保护中心'),
  receiver('yanshi-emergency', 'emergency-management', '演示县应急管理局'),
  receiver('yanshi-medical-insurance', 'medical-insurance', '演示县医疗保障局'),
  receiver('yanshi-disabled', 'disabled-federation', '演示县残疾人联合会'),
  receiver('yanshi-charity', 'charity', '演示县慈善会'),
];

/** Writes the receivers of the demo. Can be repeated. */
export async function seedReceivers(tx: Tx): Promise<void> {
  await tx.rows(
    `insert into receiver (id, county, department, name, phone)
     select r.id, r.county, r.department, r.name, r.phone from jsonb_to_recordset($1::jsonb) as r(id text, county text, department text, name text, phone text)
     on conflict (id) do nothing`,
    [JSON.stringify(demoReceivers)],
  );
}

function receiver(id: string, department: Department, name: string): DemoReceiver {
  return { id, county, department, name, phone: null };
}
