import { inject } from 'vitest'

// Runs before a test file's own imports, which declare their tables for the dialect they find here.
process.env.TEST_POSTGRES_URL = inject('postgresUrl')
process.env.DATABASE_URL = inject('postgresUrl')
