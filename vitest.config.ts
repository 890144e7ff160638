import { defineConfig } from 'vitest/config';
import { startedProjects, stillProjects } from './tests/projects.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    retry: 0,
    allowOnly: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    env: { TZ: 'UTC' },
    projects: [
      ...Object.entries(stillProjects).map(([name, include], index) => ({
        extends: true as const,
        test: { name, include, sequence: { groupOrder: index } },
      })),
      ...startedProjects.map((name, index) => ({
        extends: true as const,
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`],
          globalSetup: ['tests/support/global-setup.ts'],
          sequence: { groupOrder: 10 + index },
        },
      })),
    ],
  },
});
