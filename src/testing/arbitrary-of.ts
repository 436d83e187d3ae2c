import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import { WidgetType } from '@/schemas/page'

type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  default?: unknown
}

const MAX_ITEMS = 4
const WIDGET_TYPE = WidgetType.toJSONSchema().pattern
const MAX_TEXT = 40

/**
 * Values that a zod schema's shape accepts, so that a request gets past its parsing and meets
 * what the service checks. `ids` are what an id may be: real ones, of every kind, so that most
 * requests name something that exists and is somebody else's, or of another sort.
 */
export function arbitraryOf(schema: z.ZodType, ids: readonly string[]): Arbitrary<unknown> {
  return fromJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, ids)
}

function fromJson(s: Schema, ids: readonly string[]): Arbitrary<unknown> {
  if ('const' in s) return fc.constant(s.const)
  if (s.enum) return fc.constantFrom(...s.enum)
  const choices = s.anyOf ?? s.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => fromJson(choice, ids)))
  if (s.allOf) return s.allOf[0] ? fromJson(s.allOf[0], ids) : fc.jsonValue()
  switch (s.type) {
    case 'object':
      return objectOf(s, ids)
    case 'array':
      return fc.array(s.items ? fromJson(s.items, ids) : fc.jsonValue(), {
        minLength: s.minItems ?? 0,
        maxLength: Math.min(s.maxItems ?? MAX_ITEMS, Math.max(MAX_ITEMS, s.minItems ?? 0)),
      })
    case 'string':
      return textOf(s, ids)
    case 'integer':
      return fc.integer({ min: Math.max(s.minimum ?? -1e6, -1e9), max: Math.min(s.maximum ?? 1e6, 1e9) })
    case 'number':
      return fc.double({ noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}

function objectOf(s: Schema, ids: readonly string[]): Arbitrary<unknown> {
  if (!s.properties && typeof s.additionalProperties === 'object') {
    return fc.dictionary(fc.string({ maxLength: 8 }), fromJson(s.additionalProperties, ids), {
      maxKeys: MAX_ITEMS,
    })
  }
  const properties = Object.entries(s.properties ?? {})
  const model = Object.fromEntries(properties.map(([key, value]) => [key, fromJson(value, ids)]))
  return fc.record(model, { requiredKeys: s.required ?? [] })
}

function textOf(s: Schema, ids: readonly string[]): Arbitrary<string> {
  if (s.pattern?.includes('{2,6}_')) return fc.constantFrom(...ids)
  if (s.format === 'date-time') {
    const range = { min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }
    return fc.date(range).map((date) => date.toISOString())
  }
  if (s.pattern?.includes('[0-9a-f]{64}')) {
    return fc.oneof(
      fc.constantFrom(...ids.filter((id) => id.length === 64)),
      fc.stringMatching(/^[0-9a-f]{64}$/),
    )
  }
  if (s.pattern === WIDGET_TYPE) return fc.constantFrom('coupon-wall', 'text', 'no-such-widget')
  if (s.pattern)
    return fc.stringMatching(new RegExp(s.pattern)).map((text) => text.slice(0, s.maxLength ?? 64))
  const hostile = [
    '<script>alert(1)</script>',
    "'; drop table page; --",
    '%_\\',
    '\u0000',
    '𠮷'.repeat(9),
    '__proto__',
  ]
  return fc.oneof(
    fc.string({ minLength: s.minLength ?? 0, maxLength: Math.min(s.maxLength ?? MAX_TEXT, MAX_TEXT) }),
    fc.constantFrom(...hostile),
  )
}

/** The same value, spoilt: a part missing, of another type, too large, or too much of it. */
export function spoilt(value: Arbitrary<unknown>): Arbitrary<unknown> {
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(null, '', -1, 1e308, true, [], {}, 'x'.repeat(10_000), '\u0000', Number.MAX_SAFE_INTEGER),
  )
  return fc.tuple(value, fc.nat(), junk).map(([given, at, other]) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return other
    const keys = Object.keys(given)
    const key = keys[at % Math.max(keys.length, 1)]
    if (key === undefined || at % 5 === 0) return { ...given, [`extra${at}`]: other }
    if (at % 5 === 1) return Object.fromEntries(Object.entries(given).filter(([k]) => k !== key))
    return { ...given, [key]: other }
  })
}
