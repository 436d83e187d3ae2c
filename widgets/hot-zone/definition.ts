import { z } from 'zod'
import { isHardToTap, overlap } from '../../schemas/region-parts'
import { defineWidget, type LintFinding } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  src: field.image({ sizeFields: { width: 'width', height: 'height' } }),
  alt: field.text({ max: 120 }),
  regions: field.regions({ max: 30, picture: { src: 'src', width: 'width', height: 'height' } }),
  /** The picture's own size; the phone reserves its place by their ratio before it has loaded. */
  width: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  height: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  padding: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
  radius: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
})

export type HotZoneProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'hot-zone',
  version: 1,
  props,
  icon: 'M3 5h18v14H3z M6 8.5h5v4H6z M13.5 12h4.5v4h-4.5z M9 10.5l4 4',
  defaults: { src: '', alt: '', regions: [], width: 750, height: 520, padding: 0, radius: 0 },
  lint: (values) => [...pictureFindings(values), ...regionFindings(values)],
})

function pictureFindings({ src, alt, regions }: HotZoneProps): LintFinding[] {
  if (src === '') return [{ level: 'warning', code: 'missing_image', path: ['props', 'src'] }]
  const findings: LintFinding[] = []
  if (alt.trim() === '') findings.push({ level: 'warning', code: 'missing_alt', path: ['props', 'alt'] })
  if (regions.length === 0)
    findings.push({ level: 'warning', code: 'no_regions', path: ['props', 'regions'] })
  return findings
}

/** Each kind of finding once: the list of regions shows which of them are meant. */
function regionFindings({ regions, width, height }: HotZoneProps): LintFinding[] {
  const found = {
    region_without_link: regions.some(({ link, actions }) => link === '' && !actions?.length),
    region_without_label: regions.some(({ label }) => label.trim() === ''),
    regions_overlap: regions.some((region, i) =>
      regions.slice(i + 1).some((other) => overlap(region, other)),
    ),
    region_too_small: regions.some((region) => isHardToTap(region, height / width)),
  }
  return Object.entries(found).flatMap(([code, isFound]) =>
    isFound ? [{ level: 'warning', code, path: ['props', 'regions'] }] : [],
  )
}
