import { isIP } from 'node:net'
import { ipPrefixOf } from '../members/ip-prefix'

export type EntryKind = 'member' | 'device' | 'ip_prefix'

export interface EntryLine {
  value: string
  note: string
}

export interface ReadLines {
  entries: EntryLine[]
  /** Lines that cannot be such a value, from 1. */
  rejected: { line: number; value: string }[]
}

const MEMBER = /^[^\s,]{1,100}$/
const DEVICE = /^[0-9a-f]{32}$/
const NOTE_LENGTH = 60
const SHOWN_LENGTH = 60

/** Reads one value a line, with a note after a comma. Of an address its network is taken. */
export function readEntryLines(kind: EntryKind, text: string): ReadLines {
  const entries = new Map<string, EntryLine>()
  const rejected: ReadLines['rejected'] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    const [first = '', ...rest] = raw.split(',')
    const given = first.trim()
    if (!given) return
    const value = entryValue(kind, given)
    if (value === undefined) rejected.push({ line: index + 1, value: given.slice(0, SHOWN_LENGTH) })
    else entries.set(value, { value, note: rest.join(',').trim().slice(0, NOTE_LENGTH) })
  })
  return { entries: [...entries.values()], rejected }
}

function entryValue(kind: EntryKind, given: string): string | undefined {
  switch (kind) {
    case 'member':
      return MEMBER.test(given) ? given : undefined
    case 'device':
      return DEVICE.test(given.toLowerCase()) ? given.toLowerCase() : undefined
    case 'ip_prefix': {
      const [address = ''] = given.split('/')
      return isIP(address) ? ipPrefixOf(address) : undefined
    }
  }
}
