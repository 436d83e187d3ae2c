import { readFileSync } from 'node:fs'
import { type LoadPlan, putLoad } from './http-load'

// The generator runs in a process of its own, so that it does not share the server's loop or the bench's.
const [planFile] = process.argv.slice(2)
if (!planFile) throw new Error('which plan?')
const plan = JSON.parse(readFileSync(planFile, 'utf8')) as LoadPlan
process.stdout.write(JSON.stringify(await putLoad(plan)))
