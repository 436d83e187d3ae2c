import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyText, shareLink } from './bridge-share'

const LINK = 'http://shop/p/double-11?packet=pk_1'

/** A phone with these ways of sharing and copying. */
function aPhone(o: { bridge?: object; share?: () => Promise<void>; clipboard?: () => Promise<void> }) {
  const area = { style: {}, select: vi.fn(), setSelectionRange: vi.fn(), remove: vi.fn(), value: '' }
  const execCommand = vi.fn(() => true)
  vi.stubGlobal('window', { ZigguratBridge: o.bridge })
  vi.stubGlobal('navigator', {
    share: o.share,
    ...(o.clipboard && { clipboard: { writeText: o.clipboard } }),
  })
  vi.stubGlobal('document', { createElement: () => area, body: { append: vi.fn() }, execCommand })
  return { area, execCommand }
}

const refuse = (name: string) => () => Promise.reject(Object.assign(new Error(name), { name }))

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('sharing a link', () => {
  it('is the app’s own where there is an app, whatever the system can do', async () => {
    const share = vi.fn()
    aPhone({ bridge: { share }, share: () => expect.fail('asked the system') })
    expect(await shareLink('抢红包', LINK)).toBe('shared')
    expect(share).toHaveBeenCalledWith({ title: '抢红包', link: LINK })
    aPhone({ bridge: { share: async () => false } })
    expect(await shareLink('抢红包', LINK)).toBe('cancelled')
    aPhone({ bridge: { share: refuse('Broken') } })
    expect(await shareLink('抢红包', LINK)).toBe('failed')
  })

  it('is the system’s otherwise, and nobody’s when the member closes it', async () => {
    const share = vi.fn(() => Promise.resolve())
    aPhone({ share, bridge: { login: () => {} } })
    expect(await shareLink('抢红包', LINK)).toBe('shared')
    expect(share).toHaveBeenCalledWith({ title: '抢红包', url: LINK })
    aPhone({ share: refuse('AbortError'), clipboard: () => expect.fail('copied') })
    expect(await shareLink('抢红包', LINK)).toBe('cancelled')
  })

  it('copies the link where nothing shares or the system refuses', async () => {
    const clipboard = vi.fn(() => Promise.resolve())
    aPhone({ clipboard })
    expect(await shareLink('抢红包', LINK)).toBe('copied')
    aPhone({ clipboard, share: refuse('NotAllowedError') })
    expect(await shareLink('抢红包', LINK)).toBe('copied')
    expect(clipboard.mock.calls).toEqual([[LINK], [LINK]])
  })
})

describe('copying', () => {
  it('goes the old way in a web-view without a clipboard, or one that forbids it', async () => {
    for (const clipboard of [undefined, refuse('NotAllowedError')]) {
      const { area, execCommand } = aPhone({ clipboard })
      expect(await copyText('CODE-1')).toBe(true)
      expect(area.value).toBe('CODE-1')
      expect(execCommand).toHaveBeenCalledWith('copy')
      expect(area.remove).toHaveBeenCalled()
    }
  })

  it('says when it did not work', async () => {
    const { area, execCommand } = aPhone({})
    execCommand.mockReturnValue(false)
    expect(await copyText('CODE-1')).toBe(false)
    execCommand.mockImplementation(() => {
      throw new Error('forbidden')
    })
    expect(await copyText('CODE-1')).toBe(false)
    expect(area.remove).toHaveBeenCalledTimes(2)
  })
})
