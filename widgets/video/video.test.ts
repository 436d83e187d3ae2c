import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type VideoProps } from './definition'
import { View } from './view'

const chosen: VideoProps = {
  ...definition.defaults,
  src: 'https://cdn.example.com/a.mp4',
  poster: '/assets/u/a.webp',
}
const draw = (over: Partial<VideoProps> = {}) => renderView(View, { ...chosen, ...over })
const codes = (over: Partial<VideoProps>) =>
  definition.lint({ ...chosen, ...over }, {} as never).map(({ code }) => code)

describe('the video widget', () => {
  it('loads nothing before it is played, and stays on the page while it plays', () => {
    const html = draw()
    expect(html).toContain('preload="none"')
    expect(html).toContain('controls')
    expect(html).toMatch(/ playsinline[ =>]/)
    expect(html).toContain('webkit-playsinline="true"')
    expect(html).toContain('x5-video-player-type="h5-page"')
    expect(html).not.toContain('autoplay')
    expect(html).not.toContain('muted')
  })

  it('keeps its place by its proportions', () => {
    expect(draw({ width: 16, height: 8 })).toContain('padding-top:50%')
  })

  it('starts by itself only without sound, and never in the editor', () => {
    const html = draw({ autoplay: true, muted: false })
    expect(html).toMatch(/ autoplay[ =>]/)
    expect(html).toMatch(/ muted[ =>]/)
    const editing = renderView(View, { ...chosen, autoplay: true }, { host: { isEditing: true } })
    expect(editing).not.toContain('autoplay')
  })

  it('offers a plain link where a browser cannot play it', () => {
    expect(draw()).toMatch(/<a href="https:\/\/cdn\.example\.com\/a\.mp4"[^>]*>[^<]+<\/a><\/video>/)
    expect(draw().match(/<a /g)).toHaveLength(1)
    expect(draw({ src: 'https://cdn.example.com/a.m3u8' }).match(/<a /g)).toHaveLength(2)
  })

  it('plays no address that is unsafe or is no file', () => {
    for (const src of ['javascript:alert(1)', '//evil.example/a.mp4', 'tel:10086', '#a', '']) {
      expect(draw({ src }), src).toBe('')
    }
    expect(draw({ poster: 'javascript:alert(1)' })).not.toContain('javascript:')
  })
})

describe('what its author is told', () => {
  it('finds nothing in a finished video, whatever follows its ending', () => {
    expect(codes({})).toEqual([])
    expect(codes({ src: 'https://cdn.example.com/A.MP4?sign=a.b#t=3' })).toEqual([])
    expect(codes({ src: '/media/live.m3u8' })).toEqual([])
  })

  it('warns about what phones will not play', () => {
    expect(codes({ src: '' })).toEqual(['missing_video'])
    expect(codes({ src: 'https://example.com/watch?v=1.mp4' })).toEqual(['not_a_video'])
    expect(codes({ src: 'tel:10086.mp4' })).toEqual(['not_a_video'])
    expect(codes({ src: 'http://cdn.example.com/a.mp4' })).toEqual(['insecure_video'])
  })

  it('warns about sound that starts by itself, and about a missing poster', () => {
    expect(codes({ autoplay: true })).toEqual(['autoplay_with_sound'])
    expect(codes({ autoplay: true, muted: true })).toEqual([])
    expect(codes({ poster: '' })).toEqual(['missing_poster'])
  })
})
