'use client'

import { DiffOutlined } from '@ant-design/icons'
import { Button, Drawer, Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Version } from './use-versions'
import { VersionCompare } from './version-compare'
import { VersionsList } from './versions-list'

/** The panel leaves the bar above it free, px. */
const TOP_BAR_HEIGHT = 56

/** Opens the versions of the page: the list of them, or one compared with now. */
export function VersionsButton() {
  const t = useTranslations('editor.versions')
  const [isOpen, setOpen] = useState(false)
  const [compared, setCompared] = useState<Version>()
  return (
    <>
      <Tooltip title={t('button')}>
        <Button type="text" icon={<DiffOutlined />} aria-label={t('button')} onClick={() => setOpen(true)} />
      </Tooltip>
      <Drawer
        open={isOpen}
        title={t('title')}
        size={400}
        // The canvas stays in sight and in reach: what is compared is shown there.
        mask={false}
        rootStyle={{ top: TOP_BAR_HEIGHT }}
        onClose={() => setOpen(false)}
        afterOpenChange={(open) => !open && setCompared(undefined)}
        destroyOnHidden
        styles={{ body: { padding: 0 } }}
      >
        {compared ? (
          <VersionCompare version={compared} onBack={() => setCompared(undefined)} />
        ) : (
          <VersionsList onCompare={setCompared} />
        )}
      </Drawer>
    </>
  )
}
