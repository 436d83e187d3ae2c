import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Tests of services touch a database and run once on each. Everything else runs once. */
const SERVICE_TESTS = '{src,widgets,schemas}/**/*.service.test.{ts,tsx}'

export default defineConfig({
  resolve: { alias: { '@/': root } },
  test: {
    // The children of a run share two cores with each other and, in `npm test`, with a second step.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,widgets,schemas,components,scripts,e2e}/**/*.test.{ts,tsx}'],
          exclude: [SERVICE_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [SERVICE_TESTS],
          env: { DATABASE_URL: 'sqlite::memory:' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [SERVICE_TESTS],
          globalSetup: ['src/testing/postgres-global-setup.ts'],
          setupFiles: ['src/testing/postgres-test-setup.ts'],
        },
      },
    ],
  },
})
