import { z } from 'zod'
import { LUCKS, MOMENTS, type Viewpoint as Parts, SITUATIONS, VIEWERS } from './viewpoint-parts'

/** As whom, when and in what situation a page is looked at. */
export const Viewpoint: z.ZodType<Parts> = z.strictObject({
  moment: z.enum(MOMENTS),
  viewer: z.enum(VIEWERS),
  situation: z.enum(SITUATIONS),
  luck: z.enum(LUCKS),
})
