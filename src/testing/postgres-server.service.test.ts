import { expect, test } from 'vitest'
import { databaseDialect } from '../lib/env'

test('a service test runs on the dialect its project is named after', ({ task }) => {
  expect(databaseDialect()).toBe(task.file.projectName)
})
