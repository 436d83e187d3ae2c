import { z } from 'zod'
import { Id, plainText } from '@/schemas/primitives'
import { ListInput } from '../paging'

const Topic = plainText(60, 1)

export const ListDeadLetters = ListInput.omit({ search: true }).extend({ topic: Topic.optional() })
export const ResendDeadLetter = z.object({ id: Id })
/** Of one topic, or of all. */
export const ResendDeadLetters = z.object({ topic: Topic.optional() })
