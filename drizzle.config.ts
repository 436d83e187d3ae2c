import { defineConfig } from 'drizzle-kit'

// The same schema makes both sets of migrations: the column kit follows DATABASE_URL.
const isPostgres = (process.env.DATABASE_URL ?? '').startsWith('postgres')

export default defineConfig({
  dialect: isPostgres ? 'postgresql' : 'sqlite',
  schema: './src/db/schema/*.ts',
  out: isPostgres ? './drizzle/postgres' : './drizzle/sqlite',
})
