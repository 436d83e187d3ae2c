import { expect, test } from 'vitest'
import { linkTarget } from './link-target'

test.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/'])(
  '%s is the loopback in disguise',
  (link) => {
    expect(linkTarget(link)).toMatchObject({ kind: 'web', isPrivate: true })
  },
)

test.each<[string, object]>([
  ['', { kind: 'none' }],
  ['#top', { kind: 'other' }],
  ['#b1', { kind: 'anchor', blockId: 'b1' }],
  ['/my/rewards', { kind: 'other' }],
  ['/p/double-11?from=tab#wall', { kind: 'page', slug: 'double-11' }],
  ['https://shop.example/p/sale', { kind: 'web', host: 'shop.example', isPrivate: false, slug: 'sale' }],
  ['http://shop.example', { kind: 'web', isInsecure: true }],
  ['https://', { kind: 'broken' }],
  ['https://shop/wiki', { kind: 'broken' }],
  ['https://intranet/wiki', { kind: 'web', isPrivate: true }],
  ['https://user:secret@shop.example', { kind: 'broken' }],
  ['tel:400-800-1234', { kind: 'other' }],
  ['tel:call-me', { kind: 'broken' }],
  ['weixin://dl/business/?t=1', { kind: 'other' }],
])('the link %j is read', (link, target) => {
  expect(linkTarget(link)).toMatchObject(target)
})
