import { createRequire } from 'node:module'

type Driver = typeof import('better-sqlite3')

const require = createRequire(import.meta.url)
const major = Number(process.versions.node.split('.')[0])

/**
 * better-sqlite3, of the version this Node can run. Version 12 ends the process on Node 24.19 and
 * later as soon as a statement is collected, because Node's `ObjectWrap` then looks for an
 * environment that is not there; version 13 does not run on Node 20. So both are installed.
 */
export const Sqlite: Driver = major >= 22 ? require('better-sqlite3') : require('better-sqlite3-node20')
