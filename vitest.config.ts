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
    // Every line of the rules of law runs in their own tests. The branches that do not are what to do with a place of a
    // list that the type thinks may be empty.
    coverage: {
      provider: 'v8',
      include: ['services/domain/src/rules/*.ts'],
      reporter: ['text-summary'],
      reportsDirectory: '.cache/coverage',
      thresholds: { lines: 100, functions: 99, branches: 97 },
    },
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
