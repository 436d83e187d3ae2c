'use client'

import { Tabs } from 'antd'
import { useTranslations } from 'next-intl'
import { AssetsPanel } from '../assets/assets-panel'
import { LayersTree } from '../layers/layers-tree'
import { Palette } from '../palette/palette'
import { TemplatesPanel } from '../templates/templates-panel'

/** What can be put on the page, and what is on it. A room of the editor hangs in as one more tab. */
const PANELS = [
  { key: 'widgets', Panel: Palette },
  { key: 'layers', Panel: LayersTree },
  { key: 'templates', Panel: TemplatesPanel },
  { key: 'assets', Panel: AssetsPanel },
] as const

export function LeftPane() {
  const t = useTranslations('editor.leftPane')
  return (
    <Tabs
      className="zg-left-pane w-64 shrink-0 border-0 border-r border-solid border-line bg-white"
      size="small"
      tabBarGutter={0}
      // Each keeps what was searched and unfolded in it while another is looked at.
      items={PANELS.map(({ key, Panel }) => ({ key, label: t(key), children: <Panel /> }))}
    />
  )
}
