import { z } from 'zod'
import { plainText } from './primitives'

/** A city or a level, in the shop's own words. */
export const MemberTrait = plainText(40, 1)
/** A tag, in the shop's own words. */
export const MemberTag = plainText(40, 1)

/** Values of one kind that a rule names at most. */
const MOST_VALUES = 50

/**
 * Which members: those of any of the cities, and of any of the levels, and with any of the tags.
 * What is left empty asks nothing; a rule that asks nothing at all is none.
 */
export const MemberRule = z
  .strictObject({
    cities: z.array(MemberTrait).max(MOST_VALUES).default([]),
    levels: z.array(MemberTrait).max(MOST_VALUES).default([]),
    tags: z.array(MemberTag).max(MOST_VALUES).default([]),
  })
  .refine(({ cities, levels, tags }) => cities.length + levels.length + tags.length > 0, {
    error: 'empty_rule',
  })
export type MemberRule = z.infer<typeof MemberRule>
