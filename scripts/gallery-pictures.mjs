/*
 * Photographs pages of the gallery in a real Chromium: brings each to the state its fixtures name
 * by tapping, waits until nothing moves any more, and says what looks wrong beyond the picture.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const HEIGHT = 844
const AT_ONCE = 3
/** However long something moves, the picture is taken after this, ms. */
const SETTLE_LIMIT_MS = 9_000
const TAP_LIMIT_MS = 3_000
/** A page may jump this much, by the measure browsers have for it. */
const MAX_LAYOUT_SHIFT = 0.02

/** Runs in the page: until no animation that ends is running, and nothing was written for a while. */
function settled(limitMs) {
  return new Promise((resolve) => {
    const startedAt = performance.now()
    let changedAt = startedAt
    const watch = new MutationObserver(() => {
      changedAt = performance.now()
    })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    const moves = () =>
      document
        .getAnimations()
        .some(
          (each) =>
            each.playState === 'running' &&
            each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
        )
    const look = () => {
      const now = performance.now()
      const isCalm = now - startedAt > 600 && now - changedAt > 350 && !moves()
      if (!isCalm && now - startedAt < limitMs) return setTimeout(look, 80)
      watch.disconnect()
      resolve()
    }
    look()
  })
}

/** Runs in the page: how much it jumped, and how far it is wider than the screen. */
function measured() {
  const shifts = window.galleryShifts ?? []
  const { scrollWidth, clientWidth } = document.documentElement
  return { shift: shifts.reduce((sum, each) => sum + each, 0), overflow: scrollWidth - clientWidth }
}

/** Runs in the page before its own scripts: remembers every jump that nobody's tap caused. */
function watchShifts() {
  window.galleryShifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.galleryShifts.push(entry.value)
  }).observe({ type: 'layout-shift', buffered: true })
}

async function tap(page, name) {
  const named = ['button', 'link', 'tab', 'radio'].map((role) => page.getByRole(role, { name }))
  // What unfolds has no role by which it could be found.
  named.push(page.locator('summary', { hasText: name }))
  const target = named.reduce((all, each) => all.or(each)).first()
  await target.click({ timeout: TAP_LIMIT_MS })
}

async function shoot(browser, shot, { origin, device, hasScript, waitMs }) {
  const findings = []
  // A window of its own: of two pages in one, Chromium now and then draws the one over the other.
  const context = await browser.newContext({ ...device, viewport: { width: shot.width, height: HEIGHT } })
  if (hasScript) await context.addInitScript(watchShifts)
  const page = await context.newPage()
  page.on('pageerror', (error) => findings.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const isOurs = message.type() === 'error' && !message.text().startsWith('Failed to load resource')
    if (isOurs) findings.push(message.text())
  })
  try {
    const answer = await page.goto(origin + shot.url)
    if (answer?.status() !== 200) throw new Error(await answer?.text())
    if (hasScript) {
      await page.evaluate(settled, SETTLE_LIMIT_MS)
      for (const name of shot.taps) {
        await tap(page, name)
        await page.evaluate(settled, SETTLE_LIMIT_MS)
      }
    }
    await page.waitForTimeout(waitMs)
    const { shift, overflow } = hasScript ? await page.evaluate(measured) : { shift: 0, overflow: 0 }
    if (shift > MAX_LAYOUT_SHIFT) findings.push(`the page jumps by ${shift.toFixed(3)}`)
    if (overflow > 0) findings.push(`the page is ${overflow} px wider than the screen`)
    const isCovered = (await page.getByRole('dialog').count()) > 0
    await page.screenshot({ path: shot.file, fullPage: !isCovered })
  } catch (error) {
    findings.push(error.message.split('\n').slice(0, 4).join(' '))
    await page.screenshot({ path: shot.file }).catch(() => {})
  } finally {
    await context.close()
  }
  return findings
}

/** All the pictures beside each other on one sheet, each under its name. */
async function takeSheet(browser, shots, file) {
  const figures = shots.map((shot) => {
    const picture = readFileSync(shot.file).toString('base64')
    return `<figure><figcaption>${path.basename(shot.file, '.png')}</figcaption><img src="data:image/png;base64,${picture}"></figure>`
  })
  const page = await browser.newPage({ viewport: { width: 1600, height: 400 } })
  await page.setContent(
    `<style>body{margin:8px;background:#888;font:13px sans-serif}figure{display:inline-block;vertical-align:top;width:252px;margin:6px}img{width:100%}</style>${figures.join('')}`,
  )
  await page.screenshot({ path: file, fullPage: true })
  console.log(path.relative(process.cwd(), file))
}

/** Takes all the pictures, prints their paths and what was found; answers how many findings there were. */
export async function photograph({ browserPath, origin, shots, sheet, isReduced, hasScript, waitMs }) {
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  let found = 0
  try {
    const device = {
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: isReduced ? 'reduce' : 'no-preference',
      javaScriptEnabled: hasScript,
    }
    const todo = [...shots]
    const work = async () => {
      for (let shot = todo.shift(); shot; shot = todo.shift()) {
        const findings = await shoot(browser, shot, { origin, device, hasScript, waitMs })
        found += findings.length
        console.log(path.relative(process.cwd(), shot.file))
        for (const finding of findings) console.log(`  ! ${finding}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    if (sheet) await takeSheet(browser, shots, sheet)
  } finally {
    await browser.close()
  }
  return found
}
