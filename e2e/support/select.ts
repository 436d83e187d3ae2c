import { expect, type Locator } from '@playwright/test'

const LONGEST_MS = 15_000
const MOMENT_MS = 2_000

/**
 * Types into a select and takes the option that says so, once it is really chosen: a list that is
 * searched on the server is drawn anew under the pointer, and a press on what was there goes nowhere.
 * `among` is where what was chosen stands, when that is not in the select itself.
 */
export async function chooseBySearch(select: Locator, words: string, among?: Locator): Promise<void> {
  const chosen = (among ?? within(select)).filter({ hasText: words })
  const options = select.page().locator('.ant-select-dropdown:visible .ant-select-item-option')
  await expect(async () => {
    if ((await chosen.count()) > 0) return
    await select.fill(words)
    await options.filter({ hasText: words }).first().click({ timeout: MOMENT_MS })
    await expect(chosen.first()).toBeVisible({ timeout: MOMENT_MS })
  }).toPass({ timeout: LONGEST_MS })
}

/** What the select says is chosen, and not what is being typed into it. */
function within(select: Locator): Locator {
  return select
    .locator('xpath=ancestor::div[contains(concat(" ", @class, " "), " ant-select ")][1]')
    .locator(
      '.ant-select-selection-item,.ant-select-content-has-value:not(.ant-select-content-has-search-value)',
    )
}
