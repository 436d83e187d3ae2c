/*
 * What a phone may be made to download, and whether a build keeps to it. Bytes are gzip, each file
 * by itself, as they travel.
 */
import { gzipSync } from 'node:zlib'

/** The four flagships and a countdown, which a page may hold all at once. */
const ON_ONE_PAGE = ['red-packet', 'lottery', 'coupon-wall', 'points-mall', 'countdown']
/** What a page with all of them may download in scripts. */
const PAGE_SCRIPT_BYTES = 30_000
/** What any one widget may add to what pages share. */
const WIDGET_SCRIPT_BYTES = 6_000

/**
 * Weighs a build: `files` holds each file's content by name. Throws, naming what is too heavy, when
 * it passes a budget.
 */
export function weigh(files, manifest) {
  const gzip = (name) => gzipSync(files.get(name), { level: 9 }).length
  const sum = (names) => names.reduce((total, name) => total + gzip(name), 0)
  const { phone, preload, islands } = manifest.scripts['zh-CN']
  const shared = [phone, ...preload.phone]
  const own = Object.fromEntries(
    Object.keys(islands).map((type) => [type, sum(islands[type].filter((name) => !shared.includes(name)))]),
  )
  const names = new Set([...shared, ...ON_ONE_PAGE.flatMap((type) => islands[type] ?? [])])
  const total = sum([...names])
  const weights = { shared: sum(shared), own, total, canvas: gzip(manifest.canvas), css: gzip(manifest.css) }
  const heavy = Object.keys(own).filter((type) => own[type] > WIDGET_SCRIPT_BYTES)
  if (heavy.length > 0) {
    throw tooHeavy(`scripts of ${heavy.join(', ')} pass ${WIDGET_SCRIPT_BYTES} bytes gzip`, weights)
  }
  if (total > PAGE_SCRIPT_BYTES) {
    throw tooHeavy(`a page's scripts pass ${PAGE_SCRIPT_BYTES} bytes gzip`, weights)
  }
  return weights
}

function tooHeavy(problem, weights) {
  return new Error([problem, ...weightLines(weights)].join('\n'))
}

/** What was weighed, a line each, for people. */
export function weightLines({ shared, own, total, canvas, css }) {
  const line = (name, bytes) => `  ${String(bytes).padStart(6)}  ${name}`
  return [
    line('what every interactive page shares', shared),
    ...Object.entries(own).map(([type, bytes]) => line(type, bytes)),
    line(`a page with the four flagships and a countdown (at most ${PAGE_SCRIPT_BYTES})`, total),
    line('styles', css),
    line("the editor's canvas", canvas),
  ]
}
