import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { type Figure, type Measured, reaches, type Target } from './figure'

/** Writes the figures of a whole run, with the machine and the date, as a page for people. */
export function writeResults(file: string, results: { figure: Figure; measured: Measured }[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`
  const rows = results.map(({ figure, measured }) =>
    [
      figure.name,
      `${measured.value.toLocaleString('en')} ${measured.unit}`,
      measured.baseline === undefined ? '' : measured.baseline.toLocaleString('en'),
      measured.ratio === undefined ? '' : measured.ratio.toFixed(2),
      figure.target ? `${spellTarget(figure.target)} ${reaches(measured, figure.target) ? '✓' : '✗'}` : '',
      figure.about,
    ].join(' | '),
  )
  const text = [
    '# What the product reaches',
    '',
    'Written by `npm run bench`. Ratios are medians of runs of both sides in turn on the same machine;',
    'absolute figures hold for this machine only.',
    '',
    `- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `- ${machine}`,
    `- ${type()} ${release()}, Node ${process.versions.node}`,
    '',
    '| figure | value | baseline | ratio | target | what |',
    '|---|---:|---:|---:|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
  writeFileSync(file, text)
}

function spellTarget(target: Target): string {
  if ('atMost' in target) return `≤ ${target.atMost.toLocaleString('en')}`
  if ('atLeast' in target) return `≥ ${target.atLeast.toLocaleString('en')}`
  return `ratio ≥ ${target.ratioAtLeast}`
}
