import { expect, test } from 'vitest'
import { readEnv } from './env'

test('without any variable everything has a default', () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    DATA_DIR: './data',
    DATABASE_URL: 'sqlite:./data/ziggurat.db',
    ROLES: ['console', 'runtime', 'worker'],
    DEMO: true,
    SHOP_TIME_ZONE: 'Asia/Shanghai',
  })
})

test('the database lies in the data folder unless it is named', () => {
  expect(readEnv({ DATA_DIR: '/srv/shop' }).DATABASE_URL).toBe('sqlite:/srv/shop/ziggurat.db')
  expect(readEnv({ DATABASE_URL: 'postgres://db/shop' }).DATABASE_URL).toBe('postgres://db/shop')
})

test('an empty variable is one that was not set', () => {
  expect(readEnv({ PORT: '' }).PORT).toBe(3000)
})

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['ROLES', 'console,cook'],
  ['DATABASE_URL', 'mysql://db/shop'],
  ['DEMO', 'yes'],
  ['SECRET', 'short'],
  ['SHOP_TIME_ZONE', 'Asia/Babylon'],
  ['PUBLIC_URL', 'shop.example'],
  ['LOG_LEVEL', 'loud'],
  ['MEMBER_LOGIN_URL', 'javascript:alert(1)'],
  ['TRUSTED_PROXIES', '10.0.0.0/8,everybody'],
  ['ADMIN_EMAIL', 'admin'],
  ['ALERT_WEBHOOK_URL', 'hooks.example'],
  ['ALERT_WEBHOOK_SECRET', 'short'],
  ['MEMBER_WEBHOOK_URL', 'hooks.example'],
  ['MEMBER_WEBHOOK_SECRET', 'short'],
])('%s=%s stops the start with one line that names it and not its value', (name, value) => {
  const message = (() => {
    try {
      readEnv({ [name]: value })
      return ''
    } catch (error) {
      return (error as Error).message
    }
  })()
  expect(message).toContain(name)
  expect(message).not.toContain('\n')
  expect(message).not.toContain(value)
})

test('alerts are posted nowhere unsigned', () => {
  const ALERT_WEBHOOK_URL = 'https://hooks.example/alerts'
  expect(() => readEnv({ ALERT_WEBHOOK_URL })).toThrow('ALERT_WEBHOOK_SECRET is not valid')
  expect(readEnv({ ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET: 's'.repeat(32) })).toMatchObject({
    ALERT_WEBHOOK_URL,
  })
})
