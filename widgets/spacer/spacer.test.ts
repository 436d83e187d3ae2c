import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition } from './definition'
import { View } from './view'

describe('the spacer widget', () => {
  it('is as high as it says, whatever its line', () => {
    for (const line of definition.props.shape.line.options) {
      expect(renderView(View, { height: 40, line }), line).toMatch(
        /^<div class="zg-spacer" style="height:\s?40px;?"/,
      )
    }
  })

  it('parts what stands above and below for those who hear the page, and ornaments for the eye alone', () => {
    expect(renderView(View, { height: 40, line: 'none' })).not.toContain('<hr')
    expect(renderView(View, { height: 40, line: 'dashed' })).toContain('<hr class="zg-spacer-dashed"')
    expect(renderView(View, { height: 40, line: 'ornament' })).toContain('aria-hidden="true"')
  })
})
