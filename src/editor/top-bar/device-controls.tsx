'use client'

import { DownOutlined, MobileOutlined } from '@ant-design/icons'
import { Button, Dropdown, InputNumber, Segmented, Space, Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { stepZoom } from '../canvas/step-zoom'
import { ZOOMS } from '../canvas/zoom'
import { keyText } from '../keyboard/key-text'
import { useEditor, useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import { DEVICE_WIDTHS, MAX_WIDTH, MIN_WIDTH } from '../store/view'

/** How the page is looked at: how wide the phone is, how large it is shown, and with what on it. */
export function DeviceControls() {
  return (
    <div className="flex shrink-0 items-center gap-1">
      <DeviceWidth />
      <Zoom />
      <SafeAreaSwitch />
    </div>
  )
}

function DeviceWidth() {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const width = useEditor((state) => state.deviceWidth)
  const set = (deviceWidth: number) => store.setState({ deviceWidth })
  return (
    <>
      <Segmented
        className="max-[1679px]:hidden"
        aria-label={t('deviceLabel')}
        value={width}
        options={DEVICE_WIDTHS.map((value) => ({
          value,
          label: String(value),
          title: t('device', { width: value }),
        }))}
        onChange={set}
      />
      <Space.Compact>
        <InputNumber
          aria-label={t('customWidth')}
          title={t('customWidth')}
          className="w-20!"
          min={MIN_WIDTH}
          max={MAX_WIDTH}
          precision={0}
          controls={false}
          changeOnWheel={false}
          suffix="px"
          value={width}
          onPressEnter={(event) => event.currentTarget.blur()}
          onChange={(value) => value !== null && set(value)}
        />
        {/* Where there is no room for all of them side by side. */}
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            selectable: true,
            selectedKeys: [String(width)],
            items: DEVICE_WIDTHS.map((value) => ({
              key: String(value),
              label: t('device', { width: value }),
            })),
            onClick: ({ key }) => set(Number(key)),
          }}
        >
          <Button
            className="min-[1680px]:hidden!"
            aria-label={t('deviceLabel')}
            icon={<DownOutlined className="text-[10px]!" />}
          />
        </Dropdown>
      </Space.Compact>
    </>
  )
}

function Zoom() {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const zoom = useEditor((state) => state.zoom)
  const name = (value: number | 'fit') => (value === 'fit' ? t('zoomFit') : `${Math.round(value * 100)}%`)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [String(zoom)],
        items: [
          { key: 'fit', label: t('zoomFit'), extra: keyText('Mod+0') },
          { key: 'in', label: t('zoomIn'), extra: keyText('Mod+=') },
          { key: 'out', label: t('zoomOut'), extra: keyText('Mod+-') },
          { type: 'divider' },
          ...ZOOMS.map((value) => ({ key: String(value), label: name(value) })),
        ],
        onClick: ({ key }) => zoomTo(store, key),
      }}
    >
      <Button type="text" className="px-2!" aria-label={`${t('zoom')} ${name(zoom)}`}>
        {name(zoom)}
        <DownOutlined className="text-[10px]!" />
      </Button>
    </Dropdown>
  )
}

function zoomTo(store: EditorStore, key: string): void {
  if (key === 'in' || key === 'out') stepZoom(store, key === 'in' ? 1 : -1)
  else store.setState({ zoom: key === 'fit' ? key : Number(key) })
}

function SafeAreaSwitch() {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const isOn = useEditor((state) => state.hasSafeAreas)
  return (
    <Tooltip title={t('safeAreas')}>
      <Button
        type="text"
        aria-label={t('safeAreas')}
        aria-pressed={isOn}
        className={isOn ? 'bg-brand-soft! text-brand!' : ''}
        icon={<MobileOutlined />}
        onClick={() => store.setState({ hasSafeAreas: !isOn })}
      />
    </Tooltip>
  )
}
