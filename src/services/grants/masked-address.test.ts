import { expect, test } from 'vitest'
import { maskedAddress } from './masked-address'

test.each([
  ['李小满', '13800138000', '李*', '138****8000'],
  ['A. Li', '+85261234567', 'A*', '+85****4567'],
  ['欧阳', '+1234567', '欧*', '+12****67'],
])('of %s, %s there is left %s, %s', (name, phone, maskedName, maskedPhone) => {
  const region = '浙江省 杭州市'
  const masked = maskedAddress({ name, phone, region, detail: '文一西路 1 号 2 幢 301' })
  expect(masked).toEqual({ name: maskedName, phone: maskedPhone, region })
})
