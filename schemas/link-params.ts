import { z } from 'zod'

/** What a page's link tells its tools: few parameters, each as short as an id. */
export const LinkParams = z
  .record(z.string().regex(/^[a-z]{1,20}$/), z.string().max(64))
  .refine((params) => Object.keys(params).length <= 8, { error: 'too_many_params' })
