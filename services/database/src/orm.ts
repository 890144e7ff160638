import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { entities } from './entities/index.ts';

/**
 * The mapper of entities to tables, which brings the schema forward and compares it with the entities. It connects lazily.
 * Commands and queries speak to the database by themselves (`database.ts`): each is few statements, which it knows.
 *
 * @param url the owner's
 * @param townships for migrations, which move what is there: the owner of the tables is fenced like everybody else
 */
export function createOrm({ url, townships }: { url: string; townships?: '*' }): MikroORM {
  return new MikroORM(
    defineConfig({
      clientUrl: url,
      entities: [...entities],
      extensions: [Migrator],
      pool: { min: 0, max: 2 },
      driverOptions: { options: `-c timezone=UTC${townships === undefined ? '' : ` -c app.townships=${townships}`}` },
      forceUtcTimezone: true,
      ensureDatabase: false,
      schemaGenerator: { ignoreTriggers: true, ignoreRoutines: true },
      migrations: {
        path: fileURLToPath(new URL('./migrations', import.meta.url)),
        glob: 'Migration*.ts',
        emit: 'ts',
        snapshot: false,
        silent: true,
        safe: true,
        disableForeignKeys: false,
      },
    }),
  );
}
