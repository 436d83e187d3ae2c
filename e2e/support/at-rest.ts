import type { Page } from '@playwright/test'

/** What is about to move has not begun in its first frames. */
const QUIET_FRAMES = 10

/**
 * Waits until nothing fades, slides or grows any more: what is half there has half its contrast, and
 * is not where it will be. What turns without end may go on.
 */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async (enough) => {
    for (let quietFrames = 0; quietFrames < enough; ) {
      await new Promise(requestAnimationFrame)
      const isMoving = document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
        )
      quietFrames = isMoving ? 0 : quietFrames + 1
    }
  }, QUIET_FRAMES)
}
