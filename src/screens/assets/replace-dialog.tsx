'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { UploadedImage } from '@/components/fields/types'
import { readUploadUrl } from '@/schemas/upload'
import { AssetPicker } from '@/src/client/assets/asset-picker'
import { AssetPicture } from '@/src/client/assets/asset-picture'
import { type Failure, readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC, useTRPCClient } from '@/src/client/trpc'
import type { AssetDetails } from './asset-details'
import { UsedPages } from './used-pages'
import { UsedTools } from './used-tools'

type Replaced = StaffOutput['assets']['replace']

interface ReplaceDialogProps {
  asset: AssetDetails | undefined
  onClose: () => void
}

/** Puts another picture into every draft and every tool that shows this one, after saying what that will do. */
export function ReplaceDialog({ asset, onClose }: ReplaceDialogProps) {
  const t = useTranslations('assets.replace')
  return (
    <Modal
      open={asset !== undefined}
      title={t('title')}
      width={640}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      destroyOnHidden
    >
      {asset && <Bench key={asset.hash} asset={asset} onClose={onClose} />}
    </Modal>
  )
}

function Bench({ asset, onClose }: { asset: AssetDetails; onClose: () => void }) {
  const t = useTranslations('assets.replace')
  const kit = useTranslations('kit')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [isChoosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<UploadedImage>()
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [result, setResult] = useState<Replaced>()
  // The pages are those that were shown here: the server touches no other.
  const [pages] = useState(asset.pages)
  const [allTools] = useState(asset.tools)
  const canSaveTools = useCan('tool.write')
  const tools = canSaveTools ? allTools : []
  const drafts = pages.filter(({ inDraft }) => inDraft)
  const publishedOnly = pages.filter(({ inDraft }) => !inDraft)

  async function replace(by: string) {
    setRunning(true)
    setFailure(undefined)
    try {
      setResult(
        await client.assets.replace.mutate({
          hash: asset.hash,
          by,
          pageIds: drafts.map(({ id }) => id),
          toolIds: tools.map(({ id }) => id),
        }),
      )
    } catch (error) {
      setFailure(readFailure(error))
    } finally {
      setRunning(false)
      await queries.invalidateQueries(trpc.assets.pathFilter())
    }
  }
  if (result) return <Result result={result} pages={pages} tools={tools} onClose={onClose} />
  const hash = chosen && hashOf(chosen.url)
  return (
    <div className="flex flex-col gap-4 pt-2">
      <FailureAlert failure={failure} />
      <div className="grid grid-cols-2 gap-4">
        <Side title={t('before')} image={asset} placeholder={asset.placeholder} />
        {chosen ? (
          <Side title={t('after')} image={chosen} placeholder={null}>
            <Button size="small" onClick={() => setChoosing(true)}>
              {t('chooseOther')}
            </Button>
          </Side>
        ) : (
          <div>
            <p className="mt-0 mb-1.5 text-[13px] text-ink-soft">{t('after')}</p>
            <button
              type="button"
              onClick={() => setChoosing(true)}
              className="flex h-40 w-full cursor-pointer items-center justify-center rounded-md border border-dashed border-line bg-plaster text-brand hover:border-brand"
            >
              {t('choose')}
            </button>
          </div>
        )}
      </div>
      {chosen && !isSameShape(asset, chosen) && <Alert type="warning" showIcon title={t('ratio')} />}
      {drafts.length > 0 && (
        <>
          <p className="m-0 text-ink">{t('pages', { count: drafts.length })}</p>
          <UsedPages pages={drafts} />
          <ul className="m-0 list-disc space-y-1 pl-5 text-[13px] text-ink-soft">
            <li>{t('noOverwrite')}</li>
            {drafts.some(({ isPublished }) => isPublished) && <li>{t('mustPublish')}</li>}
          </ul>
        </>
      )}
      {tools.length > 0 && (
        <>
          <p className="m-0 text-ink">{t('tools', { count: tools.length })}</p>
          <UsedTools tools={tools} />
        </>
      )}
      {drafts.length + tools.length === 0 && <p className="m-0 text-ink-soft">{t('notUsed')}</p>}
      {publishedOnly.length > 0 && (
        <>
          <p className="m-0 text-ink">{t('publishedOnly', { count: publishedOnly.length })}</p>
          <UsedPages pages={publishedOnly} />
        </>
      )}
      <div className="flex justify-end gap-2">
        <Button disabled={isRunning} onClick={onClose}>
          {kit('cancel')}
        </Button>
        <Button
          type="primary"
          disabled={!hash || drafts.length + tools.length === 0}
          loading={isRunning}
          onClick={() => hash && void replace(hash)}
        >
          {t('confirm', { count: drafts.length + tools.length })}
        </Button>
      </div>
      <AssetPicker
        isOpen={isChoosing}
        title={t('choose')}
        except={asset.hash}
        onPick={(image) => {
          setChosen(image)
          setChoosing(false)
        }}
        onClose={() => setChoosing(false)}
      />
    </div>
  )
}

interface SideProps {
  title: string
  image: UploadedImage
  placeholder: string | null
  children?: ReactNode
}

function Side({ title, image, placeholder, children }: SideProps) {
  const { url, width, height } = image
  return (
    <div>
      <p className="mt-0 mb-1.5 flex h-6 items-center justify-between text-[13px] text-ink-soft">
        {title}
        {children}
      </p>
      <div className="h-40 overflow-hidden rounded-md border border-solid border-line">
        <AssetPicture key={url} url={url} placeholder={placeholder} alt={title} />
      </div>
      <p className="mt-1 mb-0 text-xs tabular-nums text-ink-faint">{width ? `${width}×${height}` : ' '}</p>
    </div>
  )
}

function Result({
  result,
  pages,
  tools,
  onClose,
}: {
  result: Replaced
  pages: AssetDetails['pages']
  tools: AssetDetails['tools']
  onClose: () => void
}) {
  const t = useTranslations('assets.replace')
  const { replaced, failed } = result
  const names = new Map([
    ...pages.map(({ id, title }) => [id, title] as const),
    ...tools.map(({ id, name }) => [id, name] as const),
  ])
  const toPublish = replaced.filter(({ mustPublish }) => mustPublish)
  return (
    <div className="flex flex-col gap-3 pt-2">
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('doneTitle', { count: replaced.length + result.tools.length })}
      />
      {toPublish.length > 0 ? (
        <>
          <p className="m-0 text-ink">{t('toPublish')}</p>
          <UsedPages pages={toPublish.map((page) => ({ ...page, inDraft: false, isPublished: true }))} />
        </>
      ) : (
        <p className="m-0 text-ink-soft">{t('nothingToPublish')}</p>
      )}
      {failed.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('failed')}
          description={
            <ul className="m-0 list-disc pl-5">
              {failed.map(({ id, code }) => (
                <li key={id}>
                  {names.get(id)}: {t(`failedWhy.${code === 'conflict' ? 'conflict' : 'other'}`)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="text-right">
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

/** Of an upload's address; undefined for a picture that is not in the library. */
function hashOf(url: string): string | undefined {
  return /^\/assets\/u\/([0-9a-f]{64})/.exec(url)?.[1]
}

/** By their ratio, to about a hundredth: the same design exported in another size is the same. */
function isSameShape(before: { url: string }, after: UploadedImage): boolean {
  const [a, b] = [readUploadUrl(before.url), readUploadUrl(after.url)]
  if (!a || !b) return true
  return Math.abs(a.height / a.width / (b.height / b.width) - 1) < 0.01
}
