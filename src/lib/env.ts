import { z } from 'zod'

const Role = z.enum(['console', 'runtime', 'worker'])
export type Role = z.infer<typeof Role>

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on')

const Variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/)
    .optional(),
  ROLES: z
    .string()
    .default('console,runtime,worker')
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(Role).min(1)),
  DEMO: onOff.default(true),
  SECRET: z.string().min(32).optional(),
  TICKET_SECRET: z.string().min(32).optional(),
  SHOP_TIME_ZONE: z.string().refine(isTimeZone).default('Asia/Shanghai'),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10).max(128).optional(),
  MEMBER_LOGIN_URL: z
    .string()
    .regex(/^(https?:\/\/|\/(?!\/))\S+$/)
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((network) => network.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))),
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALERT_WEBHOOK_SECRET: z.string().min(32).optional(),
  MEMBER_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEMBER_WEBHOOK_SECRET: z.string().min(32).optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
})

// What nobody signed could have come from anybody.
const Env = Variables.refine((env) => !env.ALERT_WEBHOOK_URL || env.ALERT_WEBHOOK_SECRET, {
  path: ['ALERT_WEBHOOK_SECRET'],
}).refine((env) => !env.MEMBER_WEBHOOK_URL || env.MEMBER_WEBHOOK_SECRET, {
  path: ['MEMBER_WEBHOOK_SECRET'],
})

const ALLOWED: Record<keyof z.infer<typeof Env>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on',
  PUBLIC_URL: 'an http or https address',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'sqlite:<file> or postgres://…',
  ROLES: 'some of console, runtime, worker, separated by commas',
  DEMO: 'on or off',
  SECRET: 'at least 32 characters',
  TICKET_SECRET: 'at least 32 characters',
  SHOP_TIME_ZONE: 'an IANA time zone such as Asia/Shanghai',
  ADMIN_EMAIL: 'an e-mail address',
  ADMIN_PASSWORD: '10 to 128 characters',
  MEMBER_LOGIN_URL: 'an address or a path',
  TRUSTED_PROXIES: 'addresses or networks such as 10.0.0.0/8, separated by commas',
  ALERT_WEBHOOK_URL: 'an http or https address',
  ALERT_WEBHOOK_SECRET: 'at least 32 characters, wherever ALERT_WEBHOOK_URL is set',
  MEMBER_WEBHOOK_URL: 'an http or https address',
  MEMBER_WEBHOOK_SECRET: 'at least 32 characters, wherever MEMBER_WEBHOOK_URL is set',
  NODE_ENV: 'development, production or test',
  LOG_LEVEL: 'debug, info, warn, error or silent',
  DATABASE_POOL: 'a number of connections from 1 to 200',
}

export type Env = Omit<z.infer<typeof Env>, 'DATABASE_URL'> & { DATABASE_URL: string }

/**
 * The configuration, from environment variables. The first wrong one throws an error of one
 * line that names it and what is allowed; its value may be secret and is not repeated.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof ALLOWED
    throw new Error(`${name} is not valid: expected ${ALLOWED[name]}`)
  }
  const { DATA_DIR, DATABASE_URL } = parsed.data
  return { ...parsed.data, DATABASE_URL: DATABASE_URL ?? `sqlite:${DATA_DIR}/ziggurat.db` }
}

export type Dialect = 'sqlite' | 'postgres'

/** Which database this process speaks to; the tables are declared for it as they are loaded. */
export function databaseDialect(): Dialect {
  return /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgres' : 'sqlite'
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
