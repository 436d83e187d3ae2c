import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invitationsOf, verifyInvitation } from './index'

const ctx = { invitationKey: Buffer.alloc(32, 3) }
const NOW = new Date('2026-11-11T04:00:00.000Z')
const UNTIL = new Date('2026-11-12T04:00:00.000Z')
const TOOL = 'tool_0123456789abcdefghjkmn'
const ANN = 'mbr_0123456789abcdefghjkmn'
const BOB = 'mbr_1123456789abcdefghjkmn'
const SUBJECT = `${ANN}-12`
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const seenBy = (memberId: string | undefined, { toolId = TOOL, now = NOW, by = ctx } = {}) =>
  invitationsOf(by, { toolId, memberId, now })
const token = seenBy(ANN).issue(SUBJECT, UNTIL)
const proofOf = (memberId: string, now = NOW, of = token) => {
  const opened = seenBy(memberId, { now }).open(of)
  return (opened.status === 'opened' && opened.proof) || ''
}
const refusal = (
  o: { memberId?: string; token?: string; proof?: string; toolId?: string; now?: Date } = {},
) => verifyInvitation(ctx, { toolId: TOOL, memberId: BOB, token, proof: proofOf(BOB), now: NOW, ...o })

describe('an invitation', () => {
  it('fits into a parameter of a link and says what it is about', () => {
    expect(token).toMatch(/^[\w.-]{40,64}$/)
    expect(token.startsWith(`${SUBJECT}.`)).toBe(true)
  })

  it('is the same each time it is shown, so that a page has nothing to draw', () => {
    expect(seenBy(ANN, { now: minutesLater(9) }).issue(SUBJECT, UNTIL)).toBe(token)
  })

  it('counts for whoever opened it, and for nobody else', () => {
    expect(refusal()).toBeUndefined()
    expect(refusal({ memberId: 'mbr_2123456789abcdefghjkmn' })).toBe('forged_proof')
    expect(refusal({ proof: '' })).toBe('no_proof')
    expect(seenBy(undefined).open(token)).toEqual({ status: 'opened' })
  })

  it('expires to the second', () => {
    const before = new Date(UNTIL.getTime() - 1)
    expect(refusal({ now: before, proof: proofOf(BOB, before) })).toBeUndefined()
    expect(refusal({ now: UNTIL, proof: proofOf(BOB, before) })).toBe('expired_invitation')
    expect(seenBy(BOB, { now: UNTIL }).open(token)).toEqual({ status: 'expired_invitation' })
  })

  it('is for one tool and from one installation', () => {
    expect(refusal({ toolId: 'tool_1123456789abcdefghjkmn' })).toBe('forged_invitation')
    const elsewhere = seenBy(ANN, { by: { invitationKey: Buffer.alloc(32, 4) } })
    expect(refusal({ token: elsewhere.issue(SUBJECT, UNTIL) })).toBe('forged_invitation')
  })

  it('cannot have its parts swapped with those of another one', () => {
    const other = seenBy(ANN).issue(`${BOB}-1`, new Date(UNTIL.getTime() + 60_000))
    const [mine, theirs] = [token.split('.'), other.split('.')]
    for (const part of [0, 1, 2]) {
      const swapped = mine.map((text, i) => (i === part ? theirs[i] : text)).join('.')
      expect(refusal({ token: swapped }), swapped).toBe('forged_invitation')
    }
  })

  it('cannot be about what a link cannot carry', () => {
    for (const subject of ['', 'a.b', 'A', 'a'.repeat(34), 'a\0b'])
      expect(() => seenBy(ANN).issue(subject, UNTIL), JSON.stringify(subject)).toThrow()
  })
})

describe('a proof', () => {
  it('lasts between 10 and 20 minutes and is the same until it is renewed', () => {
    expect(proofOf(BOB, minutesLater(9))).toBe(proofOf(BOB))
    expect(refusal({ now: minutesLater(19) })).toBeUndefined()
    expect(refusal({ now: minutesLater(20) })).toBe('expired_proof')
    const late = proofOf(BOB, minutesLater(9.99))
    expect(refusal({ now: minutesLater(19.98), proof: late })).toBeUndefined()
  })

  it('of one invitation is none of another, nor is it an invitation', () => {
    const other = seenBy(ANN).issue(`${ANN}-13`, UNTIL)
    expect(refusal({ token: other })).toBe('forged_proof')
    expect(refusal({ token: other, proof: proofOf(BOB, NOW, other) })).toBeUndefined()
    const [, until, mac] = token.split('.')
    expect(refusal({ proof: `${until}.${mac}` })).toBe('forged_proof')
  })

  it('with its life prolonged is no proof', () => {
    const [, mac] = proofOf(BOB).split('.')
    const longer = Math.floor(UNTIL.getTime() / 1_000).toString(36)
    expect(refusal({ proof: `${longer}.${mac}` })).toBe('forged_proof')
  })
})

/** One edit anywhere in a text: a character put in place of another, put in, or left out. */
const edit = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'insert', 'remove'),
  with: fc.oneof(
    fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.=+/ \0'),
    fc.string({ minLength: 1, maxLength: 2, unit: 'grapheme' }),
  ),
})

function mutated(text: string, edits: readonly { at: number; how: string; with: string }[]): string {
  return edits.reduce((now, each) => {
    const at = each.at % (now.length + 1)
    const put = each.how === 'remove' ? '' : each.with
    return now.slice(0, at) + put + now.slice(each.how === 'insert' ? at : at + 1)
  }, text)
}

describe('whatever is changed', () => {
  const edits = fc.array(edit, { minLength: 1, maxLength: 4 })

  it('no mutation of an invitation or a proof verifies', () => {
    const proof = proofOf(BOB)
    fc.assert(
      fc.property(edits, (changes) => {
        const changed = { token: mutated(token, changes), proof: mutated(proof, changes) }
        if (changed.token !== token) expect(refusal({ token: changed.token })).toBe('forged_invitation')
        if (changed.proof !== proof)
          expect(refusal({ proof: changed.proof })).toBe(changed.proof === '' ? 'no_proof' : 'forged_proof')
      }),
      { numRuns: 20_000, seed: 20261111 },
    )
  })

  it('garbage is refused and never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (garbage, proof) => {
        expect(refusal({ token: garbage, proof })).toBe('forged_invitation')
      }),
      { numRuns: 5_000, seed: 20261111 },
    )
  })

  it('every single character counts, the last one’s spare bits too', () => {
    for (const [text, name] of [
      [token, 'token'],
      [proofOf(BOB), 'proof'],
    ] as const) {
      for (let at = 0; at < text.length; at++) {
        for (const other of 'Aa0_-zQ') {
          if (text[at] === other) continue
          const changed = text.slice(0, at) + other + text.slice(at + 1)
          expect(refusal({ [name]: changed }), changed).toBeDefined()
        }
      }
    }
  })
})
