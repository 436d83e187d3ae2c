import { z } from 'zod'
import { Id } from '@/schemas/primitives'

export const CreatePreviewLink = z.object({ id: Id })
