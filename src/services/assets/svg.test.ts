import { expect, test } from 'vitest'
import { cleanDrawing, looksLikeDrawing } from './svg'

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"${attributes}>${inner}</svg>`
const clean = (text: string) => cleanDrawing(Buffer.from(text))

test('a drawing is kept as it is drawn, with its size', () => {
  const drawn = svg(
    '<defs><linearGradient id="a"><stop offset="0" stop-color="#f00"/></linearGradient></defs>' +
      '<rect width="40" height="20" fill="url(#a)"/><use href="#a"/><text x="1">满 199 &amp; 减 20</text>',
  )
  expect(clean(drawn)).toEqual({
    text: drawn.replace(
      'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"',
      'viewBox="0 0 40 20" xmlns="http://www.w3.org/2000/svg"',
    ),
    width: 40,
    height: 20,
  })
  expect(clean(svg('', ' width="120px" height="60"'))).toMatchObject({ width: 120, height: 60 })
})

test('what a drawing program adds is left out: its comments, its document type, its notes', () => {
  const { text } = clean(
    '<?xml version="1.0"?><!-- Made by --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">' +
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://inkscape" inkscape:version="1" width="1" height="1">' +
      '<metadata><rdf:RDF xmlns:rdf="r"><a/></rdf:RDF></metadata><sodipodi:namedview/><g inkscape:label="x"><path d="M0 0"/></g></svg>',
  )
  expect(text).toBe(
    '<svg width="1" height="1" xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0"/></g></svg>',
  )
})

test.each([
  ['script', '<script>alert(1)</script>'],
  ['script', '<SCRIPT href="data:,alert(1)"/>'],
  ['script', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
  ['script', '<foreignObject><p>hello</p></foreignObject>'],
  ['script', '<rect onclick="alert(1)"/>'],
  ['script', '<rect ONLOAD="alert(1)"/>'],
  ['script', '<metadata><iframe src="/"/></metadata>'],
  ['script', '<set attributeName="href" to="javascript:alert(1)"/>'],
  ['script', '<animate attributeName="onclick" values="alert(1)"/>'],
  ['external', '<a href="javascript:alert(1)"><text>x</text></a>'],
  ['external', '<a href="&#106;avascript:alert(1)"><text>x</text></a>'],
  ['external', '<image href="https://elsewhere.example/a.png"/>'],
  ['external', '<image href="data:image/svg+xml;base64,PHN2Zz4="/>'],
  ['external', '<use xlink:href="//elsewhere.example/a.svg#b"/>'],
  ['external', '<rect fill="url(https://elsewhere.example/a.svg#b)"/>'],
  ['external', '<rect fill="\\75 rl(https://elsewhere.example/)"/>'],
  ['external', '<rect style="background:url(\'//elsewhere.example\')"/>'],
  ['external', '<style>@import "https://elsewhere.example/a.css";</style>'],
  ['external', '<style><![CDATA[@im]]><!-- --><![CDATA[port "a.css"]]></style>'],
  ['external', '<style>rect { fill: u\\72l(https://elsewhere.example) }</style>'],
  ['entity', '<text>&bomb;</text>'],
  ['entity', '<text>&#0;</text>'],
  ['broken', '<g>'],
  ['broken', '</g>'],
  ['broken', '<rect onclick=alert(1) />'],
  ['broken', '<rect fill="a<b"/>'],
  ['too_deep', `${'<g>'.repeat(200)}${'</g>'.repeat(200)}`],
])('%s: %s is refused', (reason, inner) => {
  expect(() => clean(svg(inner))).toThrow(
    expect.objectContaining({
      code: 'unsupported_media',
      details: [{ code: 'unsafe_drawing', params: { reason } }],
    }),
  )
})

test.each([
  ['doctype', `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${svg('<text>&b;</text>')}`],
  ['external', `<?xml-stylesheet href="https://elsewhere.example/a.css"?>${svg('')}`],
  ['broken', `${svg('')}<svg/>`],
  ['broken', `${svg('')}<script>alert(1)</script>`.replace('script', 'html:p').replace('/script', '/html:p')],
  ['broken', 'GIF89a<svg/>'],
])('%s around the drawing is refused', (reason, text) => {
  expect(() => clean(text)).toThrow(
    expect.objectContaining({ details: [{ code: 'unsafe_drawing', params: { reason } }] }),
  )
})

test('bytes that are no UTF-8, and more than 512 KB, are refused', () => {
  expect(() => cleanDrawing(Buffer.from(`\ufeff${svg('')}`, 'utf16le'))).toThrow(
    expect.objectContaining({ code: 'unsupported_media' }),
  )
  expect(() => clean(svg(`<desc>${'x'.repeat(600_000)}</desc>`))).toThrow(
    expect.objectContaining({ code: 'too_large' }),
  )
})

test('reading takes time in proportion to the drawing, also of a hostile one', () => {
  const started = performance.now()
  for (const bad of [
    '<'.repeat(200_000),
    `<svg ${'a="b" '.repeat(40_000)}`,
    `<svg${' '.repeat(400_000)}`,
    '&'.repeat(400_000),
    '<!--'.repeat(100_000),
  ]) {
    expect(() => clean(bad)).toThrow()
  }
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('a drawing is told from a page and from text', () => {
  const looks = (text: string) => looksLikeDrawing(Buffer.from(text))
  expect(looks(`\ufeff<?xml version="1.0"?>\n<!-- x -->\n${svg('')}`)).toBe(true)
  expect(looks('<html><svg></svg></html>')).toBe(false)
  expect(looks('svg')).toBe(false)
})
