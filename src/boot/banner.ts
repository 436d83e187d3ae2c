import { networkInterfaces } from 'node:os'
import qrcode from 'qrcode'
import type { Env } from '@/src/lib/env'
import { DEMO_PASSWORD, DEMO_STAFF } from '@/src/services/demo'

/** Where a phone in the same network finds this machine. */
function lanAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return addresses.find((a) => a.family === 'IPv4' && !a.internal)?.address ?? 'localhost'
}

/** What a person starting the server needs to know next: where to go, and as whom. */
export async function banner(env: Env, port: number): Promise<string> {
  const local = env.PUBLIC_URL ?? `http://localhost:${port}`
  const phone = `${env.PUBLIC_URL ?? `http://${lanAddress()}:${port}`}/p/double-11`
  const hasConsole = env.ROLES.includes('console')
  const lines = [`Ziggurat 筑塔 is ready (${env.ROLES.join(', ')}) on port ${port}`]
  if (hasConsole) lines.push(`  Console     ${local}`)
  if (env.DEMO) {
    lines.push(
      '  Demo mode is on: anybody may sign in with the accounts below. Set DEMO=off to switch it off.',
    )
    const width = Math.max(...DEMO_STAFF.map(({ email }) => email.length))
    if (hasConsole) {
      lines.push(
        ...DEMO_STAFF.map(({ email, roles }) => `    ${email.padEnd(width)}  ${DEMO_PASSWORD}  (${roles})`),
      )
      lines.push(`  Shop's app  ${local}/demo`)
    }
    if (env.ROLES.includes('runtime')) {
      lines.push(`  Phone       ${phone}`, await qrcode.toString(phone, { type: 'terminal', small: true }))
    }
  }
  return lines.join('\n')
}
