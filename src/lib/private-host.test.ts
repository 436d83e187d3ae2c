import { expect, test } from 'vitest'
import { isPrivateHost } from './private-host'

test.each([
  'localhost',
  'admin.localhost',
  'printer.local',
  'wiki.corp',
  'shop.internal.',
  '10.0.0.8',
  '172.16.4.4',
  '172.31.255.255',
  '192.168.1.1',
  '127.0.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '[::1]',
  '[fd00::1]',
  '[fe80::2]',
  '[::ffff:7f00:1]',
])('%s is out of reach of members', (host) => {
  expect(isPrivateHost(host)).toBe(true)
})

test.each([
  'shop.example',
  'locally.shop',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '[2606:4700::1111]',
  'localhost.shop.cn',
])('%s is not', (host) => {
  expect(isPrivateHost(host)).toBe(false)
})
