/** Elements a drawing may be made of. Whatever is not here is left out with all that is in it. */
export const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc switch a path rect circle ellipse line polyline polygon ' +
    'text tspan textPath image style linearGradient radialGradient stop pattern clipPath mask marker ' +
    'filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting ' +
    'feSpotLight feTile feTurbulence animate animateTransform animateMotion mpath set'
  ).split(' '),
)

/** Elements that can run or load something: a drawing with one is refused, not cleaned. */
export const FORBIDDEN = new Set(
  'script foreignobject iframe embed object audio video handler listener link meta base html body form'.split(
    ' ',
  ),
)

const OWN_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/

/** Where a reference may lead: into the drawing itself, or to a picture that is part of it. */
export function isOwnReference(value: string): boolean {
  const target = value.trim()
  return target === '' || /^#[^\s"'<>]*$/.test(target) || OWN_PICTURE.test(target)
}

/**
 * True when style rules load nothing. An escape could hide a word from this, so rules that hold a
 * backslash are not read at all.
 */
export function isOwnStyle(css: string): boolean {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  if (
    /\\|@import|@font-face|expression\s*\(|javascript:|-moz-binding|behavior\s*:|image-set|src\s*\(/i.test(
      plain,
    )
  )
    return false
  return [...plain.matchAll(/url\s*\(([^)]*)\)?/gi)].every(([, target = '']) =>
    isOwnReference(target.trim().replace(/^(["'])(.*)\1$/s, '$2')),
  )
}
