import { describe, expect, it } from 'vitest'
import { cssOffenders } from './phone-css-check.mjs'

describe('what old web-views cannot read', () => {
  it.each([
    ['.a{display:flex;gap:4px}', 'gap'],
    ['.a{column-gap:4px}', 'gap'],
    ['.a :where(b){color:red}', ':where()'],
    ['.a:is(b,c){color:red}', ':is()'],
    ['.a:not(.b,.c){color:red}', ':not()'],
    ['.a{color:oklch(50% .1 20)}', 'oklch('],
    ['.a{color:color-mix(in srgb,red,blue)}', 'color-mix('],
    ['@property --x{syntax:"*";inherits:false}', '@property'],
    ['@layer base{.a{color:red}}', '@layer'],
    ['@layer base;.a{color:red}', '@layer'],
    ['.a{aspect-ratio:1}', 'aspect-ratio'],
    ['.a{translate:0 4px}', 'translate'],
    ['.a{scale:2}', 'scale'],
    ['.a{inset:0}', 'inset'],
    ['.a{padding-inline:4px}', 'padding-inline'],
    ['.a{height:100dvh}', 'dvh'],
    ['@media (width>=600px){.a{color:red}}', 'media range'],
    ['@media print{.b{color:red}.a{rotate:4deg}}', 'rotate'],
    ['.a,.b::backdrop{color:red}', 'a new selector in a list'],
  ])('%s', (css, reason) => {
    expect(cssOffenders(css).map((found) => found.reason)).toEqual([expect.stringContaining(reason)])
  })

  it.each([
    '.a{display:grid;gap:4px}',
    '.a{transform:translate(0,4px) scale(2)}',
    '.a{background:url("data:image/svg+xml;x=oklch(1);gap:4px{}")}',
    '.a{content:"inset:0;"}',
    ':focus-visible{outline:none}',
    '@keyframes a{from{opacity:0}to{opacity:1}}',
    '.a{color:var(--oklch)}.b>.c~.d+.e:not(.f){color:#fff}',
    '@supports (color:lab(0 0 0)){.a{color:lab(0 0 0)}}',
  ])('does not mistake %s for it', (css) => {
    expect(cssOffenders(css)).toEqual([])
  })

  it('names the rule and the class to look for', () => {
    expect(cssOffenders('.ok{color:red}.gap-\\[3px\\]{gap:3px}')).toEqual([
      { selector: '.gap-\\[3px\\]', reason: expect.any(String), word: 'gap-[3px]' },
    ])
  })
})
