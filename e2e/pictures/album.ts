import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'

/** All the pictures together, bytes: whoever clones the repository downloads them. */
const ALBUM_BYTES = 3_000_000
const QUALITY = 82

export interface Album {
  /** Keeps what the page shows now as `<name>.webp`, once nothing moves that soon stops. */
  keep: (page: Page, name: string) => Promise<void>
  /** Keeps an encoded picture as `<name>.webp`. */
  put: (name: string, webp: Buffer) => void
  /** Clears away what was not taken this time. Throws when the album weighs too much. */
  close: () => void
}

/** Keeps pictures in `folder`, which holds nothing else. */
export function openAlbum(folder: string): Album {
  mkdirSync(folder, { recursive: true })
  const taken = new Set<string>()
  const put = (name: string, webp: Buffer) => {
    const file = `${name}.webp`
    writeFileSync(path.join(folder, file), webp)
    taken.add(file)
    console.log(`${String(Math.round(webp.length / 1000)).padStart(5)} KB  ${file}`)
  }
  return {
    put,
    keep: async (page, name) => {
      await settle(page)
      put(
        name,
        await sharp(await page.screenshot())
          .webp({ quality: QUALITY, effort: 6 })
          .toBuffer(),
      )
    },
    close: () => {
      for (const file of readdirSync(folder)) if (!taken.has(file)) rmSync(path.join(folder, file))
      const bytes = [...taken].reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0)
      console.log(`${String(Math.round(bytes / 1000)).padStart(5)} KB  in all, of ${ALBUM_BYTES / 1000} KB`)
      if (bytes > ALBUM_BYTES) throw new Error(`the pictures weigh ${bytes} bytes, more than ${ALBUM_BYTES}`)
    },
  }
}

/** Until fonts and pictures are there and no animation that ends is running. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const near = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    await Promise.all(near.map((image) => image.decode().catch(() => undefined)))
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    const limit = new Promise((resolve) => setTimeout(resolve, 3_000))
    await Promise.race([limit, Promise.allSettled(ending.map((each) => each.finished))])
  })
  await page.waitForTimeout(500)
}
