import { expect, test } from 'vitest'
import { bareIdNumber, isIdNumber, isLegalName } from './tax-identity'

const TODAY = '2026-11-11'
const isNumber = (text: string) => isIdNumber(text, TODAY)

test('a number with the right last character is one, however it is typed', () => {
  for (const text of [
    '11010519491231002X',
    ' 110105 19491231 002x ',
    '１１０１０５１９４９１２３１００２Ｘ',
    '440524188001010014',
  ])
    expect([text, isNumber(text)]).toEqual([text, !text.startsWith('4405')])
  expect(bareIdNumber(' 110105 19491231 002x')).toBe('11010519491231002X')
})

test('one wrong digit, or two that changed places, is noticed', () => {
  const right = '11010519491231002X'
  for (let at = 0; at < 17; at++) {
    const wrong = `${right.slice(0, at)}${(Number(right[at]) + 1) % 10}${right.slice(at + 1)}`
    expect(isNumber(wrong), wrong).toBe(false)
    const swapped = `${right.slice(0, at)}${right[at + 1]}${right[at]}${right.slice(at + 2)}`
    if (swapped !== right) expect(isNumber(swapped), swapped).toBe(false)
  }
  for (const last of '0123456789') expect(isNumber(right.slice(0, 17) + last)).toBe(false)
})

/** A number of anybody born on a day, with its right last character. */
function bornOn(day: string): string {
  const body = `110105${day.replaceAll('-', '')}002`
  return [...'0123456789X'].map((last) => body + last).find((text) => isIdNumber(text, '9999-12-31')) ?? body
}

test('a birthday must be a day there was by now', () => {
  expect(isNumber(bornOn('2026-11-11'))).toBe(true)
  expect(isNumber(bornOn('2000-02-29'))).toBe(true)
  // The sum is right of this one, the day is not yet there.
  const tomorrow = bornOn('2026-11-12')
  expect(tomorrow).toHaveLength(18)
  expect(isNumber(tomorrow)).toBe(false)
  for (const never of ['2001-02-29', '1990-13-01', '1990-00-10', '1990-04-31', '1990-04-00', '1899-12-31'])
    expect(bornOn(never), never).toHaveLength(17)
})

test('other papers and garbage are no numbers', () => {
  for (const text of [
    '',
    'E12345678',
    '110105491231002',
    '11010519491231002XX',
    '91010519491231002X',
    '1'.repeat(18),
  ])
    expect(isNumber(text), text).toBe(false)
})

test('a name is made of letters', () => {
  for (const name of ['张三', ' 李小满 ', '阿卜杜拉·买买提', "O'Neill-Smith", '𠮷野'])
    expect(isLegalName(name), name).toBe(true)
  for (const name of ['', '张', ' 张 ', '张3', '<b>张三</b>', '=张三', '张'.repeat(31), '··'])
    expect(isLegalName(name), name).toBe(false)
})
