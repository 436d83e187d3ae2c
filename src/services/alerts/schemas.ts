import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { ListInput } from '../paging'

export const ListAlerts = ListInput.omit({ search: true })
export const SeeAlerts = z.object({ upTo: Id })
