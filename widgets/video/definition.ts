import { z } from 'zod'
import { defineWidget, type LintFinding } from '../kit/definition'
import { field } from '../kit/fields'
import { isPlayable, looksLikeVideo } from './source'

const props = z.strictObject({
  /** An mp4 or m3u8 file. Videos are not uploaded here: shops keep them on their CDN. */
  src: field.link(),
  poster: field.image({ sizeFields: { width: 'width', height: 'height' } }),
  caption: field.text({ max: 60 }),
  autoplay: field.switch({ group: 'play' }),
  muted: field.switch({ group: 'play' }),
  loop: field.switch({ group: 'play' }),
  /** The proportions of its place on the page, kept before anything has loaded. */
  width: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  height: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  padding: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
  radius: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
})

export type VideoProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'video',
  version: 1,
  props,
  icon: 'M3 6h13v12H3z M16 10.5l5-3v9l-5-3 M8 9.5l4 2.5-4 2.5z',
  defaults: {
    src: '',
    poster: '',
    caption: '',
    autoplay: false,
    muted: false,
    loop: false,
    width: 16,
    height: 9,
    padding: 12,
    radius: 12,
  },
  lint: ({ src, poster, autoplay, muted }) => {
    if (src === '') return [{ level: 'warning', code: 'missing_video' }]
    const found = {
      not_a_video: !isPlayable(src) || !looksLikeVideo(src),
      insecure_video: /^http:/i.test(src),
      missing_poster: poster === '',
      autoplay_with_sound: autoplay && !muted,
    }
    return Object.entries(found).flatMap(([code, isFound]): LintFinding[] =>
      isFound ? [{ level: 'warning', code }] : [],
    )
  },
})
