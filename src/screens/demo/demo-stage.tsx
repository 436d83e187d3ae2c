'use client'

import { ExportOutlined, QrcodeOutlined } from '@ant-design/icons'
import { App, Button, Modal, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { QrCode } from '@/components/qr-code'
import { type DemoShop, openAs, returnPath } from './demo-shop'
import { MemberChoice } from './member-choice'
import { PhoneFrame } from './phone-frame'

/** The page that is opened first when it is there. */
const FIRST_SLUG = 'double-11'
const PHONE = '(max-width: 639px)'

/** The choices on one side, the phone on the other. */
export function DemoStage({ shop }: { shop: DemoShop }) {
  const t = useTranslations('demo')
  const { message } = App.useApp()
  const firstPage = shop.pages.find((page) => page.slug === FIRST_SLUG) ?? shop.pages[0]
  const [memberId, setMemberId] = useState<string | null>(shop.members[0]?.id ?? null)
  const [slug, setSlug] = useState(firstPage?.slug ?? '')
  const [src, setSrc] = useState<string>()
  const [isOpening, setOpening] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [qrLink, setQrLink] = useState<string>()
  const frame = useRef<HTMLIFrameElement>(null)
  const title = shop.pages.find((page) => page.slug === slug)?.title ?? slug
  const nickname = shop.members.find((member) => member.id === memberId)?.nickname ?? t('nobody')

  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      if (event.origin !== window.location.origin || event.source !== frame.current?.contentWindow) return
      if (event.data?.type === 'ziggurat:login') setAsked(true)
    }
    window.addEventListener('message', onMessage)
    // A phone that scanned a page's link has no app around it: it was sent here to sign in.
    if (returnPath(window.location.search)) setAsked(true)
    return () => window.removeEventListener('message', onMessage)
  }, [])

  /** A fresh link for every opening: a ticket is short-lived. */
  async function freshLink(asMember = memberId): Promise<string | undefined> {
    setOpening(true)
    try {
      return await openAs(asMember, slug)
    } catch {
      void message.error(t('failed'))
      return undefined
    } finally {
      setOpening(false)
    }
  }

  async function open(asMember = memberId) {
    const link = await freshLink(asMember)
    if (!link) return
    // On a phone there is no need to draw one.
    if (window.matchMedia(PHONE).matches) window.location.assign(link)
    // Opening the same address again must load it again.
    else if (link === src) frame.current?.contentWindow?.location.replace(link)
    else setSrc(link)
  }

  function signIn(asMember: string | null) {
    setAsked(false)
    setMemberId(asMember)
    const back = returnPath(window.location.search)
    if (back) void goBack(asMember, back)
    else void open(asMember)
  }

  /** To where the visitor came from, with a ticket. */
  async function goBack(asMember: string | null, path: string) {
    const link = await freshLink(asMember)
    if (!link) return
    const { search } = new URL(link, window.location.origin)
    window.location.assign(path + search)
  }

  async function openTab() {
    // Opened at once, while the browser still knows that somebody pressed a button.
    const tab = window.open('about:blank', '_blank')
    const link = await freshLink()
    if (link && tab) tab.location.replace(link)
    else tab?.close()
  }

  async function showQr() {
    const link = await freshLink()
    if (link) setQrLink(new URL(link, window.location.origin).href)
  }

  return (
    <div className="mx-auto flex min-h-0 w-full max-w-[1180px] flex-1 gap-10 px-6 py-8 max-lg:flex-col max-sm:px-4">
      <section className="w-[400px] shrink-0 overflow-y-auto pr-1 max-lg:w-full">
        <p className="mt-0 mb-6 text-ink-soft">{t('text')}</p>
        <h2 className="mt-0 mb-2 text-[13px] font-medium text-ink-soft">{t('member')}</h2>
        <MemberChoice
          withNobody
          name="member"
          members={shop.members}
          value={memberId}
          onChange={setMemberId}
        />
        <label htmlFor="demo-page" className="mt-6 mb-2 block text-[13px] font-medium text-ink-soft">
          {t('page')}
        </label>
        <Select
          id="demo-page"
          className="w-full"
          value={slug}
          onChange={setSlug}
          showSearch={{ optionFilterProp: 'label' }}
          options={shop.pages.map((page) => ({ value: page.slug, label: page.title }))}
        />
        <div className="mt-6 flex flex-wrap gap-2">
          <Button type="primary" loading={isOpening} onClick={() => open()}>
            {t(src ? 'reopen' : 'open')}
          </Button>
          <Button icon={<ExportOutlined />} onClick={openTab}>
            {t('newTab')}
          </Button>
          <Button icon={<QrcodeOutlined />} onClick={showQr}>
            {t('qr')}
          </Button>
        </div>
      </section>
      <section
        className="min-h-0 flex-1 max-lg:h-[844px] max-lg:shrink-0 max-sm:hidden"
        aria-label={t('title')}
      >
        <PhoneFrame src={src} title={t('frame', { title })} frameRef={frame}>
          {t('idle')}
        </PhoneFrame>
      </section>
      <Modal
        open={isAsked}
        title={t('login.title')}
        cancelText={t('login.dismiss')}
        okButtonProps={{ hidden: true }}
        onCancel={() => setAsked(false)}
        destroyOnHidden
      >
        <p className="mt-0 mb-4 text-ink-soft">{t('login.text')}</p>
        <MemberChoice autoFocus name="login" members={shop.members} value={undefined} onChange={signIn} />
      </Modal>
      <Modal
        open={qrLink !== undefined}
        title={t('qr')}
        footer={null}
        width={420}
        onCancel={() => setQrLink(undefined)}
        destroyOnHidden
      >
        {qrLink && (
          <div className="flex flex-col items-center gap-3 pt-2 text-center">
            <div className="rounded-lg border border-line p-3">
              <QrCode link={qrLink} title={t('qrOf', { title, member: nickname })} size={280} />
            </div>
            <p className="m-0 text-balance text-ink-soft">{t(memberId ? 'qrText' : 'qrNobody')}</p>
            {['localhost', '127.0.0.1'].includes(window.location.hostname) && (
              <p className="m-0 text-[13px] text-balance text-caution">{t('qrLocal')}</p>
            )}
          </div>
        )}
      </Modal>
    </div>
  )
}
