// The kinds of tests. vitest.config.ts makes a project of each; run.ts fails when one of them is empty.

/** Beside their subjects, or reading the sources: nothing starts. */
export const stillProjects: Record<string, string[]> = {
  unit: ['services/*/src/**/*.test.ts', 'workflows/src/**/*.test.ts', 'web/src/**/*.test.ts', 'infra/**/*.test.ts'],
  repository: ['tests/repository/**/*.test.ts'],
};

/** On one PostgreSQL and one real Temporal server that are started once for all of them; each name is a folder of tests/. */
export const startedProjects = ['database', 'api', 'permissions', 'workflows', 'statutes', 'crash', 'e2e', 'local'];
