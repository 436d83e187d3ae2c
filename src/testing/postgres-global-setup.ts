import type { TestProject } from 'vitest/node'
import { startPostgresServer } from './postgres-server'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/**
 * One PostgreSQL for the whole run; each test file makes its own database in it. With
 * `TEST_POSTGRES_URL` set, that server is used instead and left running.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL
  const server = given ? { url: given, stop: async () => {} } : await startPostgresServer()
  project.provide('postgresUrl', server.url)
  return server.stop
}
