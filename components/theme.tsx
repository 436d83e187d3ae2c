'use client'

import { App, ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { useReducedMotion } from './use-reduced-motion'

/*
 * One brand colour: the green of glazed brick, on the warm white of plaster. The same values are
 * CSS variables in theme.css, for what antd does not draw.
 */
const BRAND = '#0f6b63'
const INK = '#1b2422'

const theme: ThemeConfig = {
  token: {
    colorPrimary: BRAND,
    colorInfo: BRAND,
    colorLink: BRAND,
    colorLinkHover: '#15877d',
    colorLinkActive: '#0a4f49',
    colorSuccess: '#2c8a4b',
    colorWarning: '#b9770e',
    colorError: '#c23b2e',
    colorTextBase: INK,
    colorTextSecondary: '#55605c',
    colorTextTertiary: '#68736f',
    colorTextDescription: '#68736f',
    colorTextPlaceholder: '#68736f',
    colorBgLayout: '#f6f5f1',
    colorBorder: '#d5d6d0',
    colorBorderSecondary: '#e7e6e0',
    colorSplit: '#eceae4',
    // What antd mixes of the brand for a chosen row or a notice is too dark to read on.
    colorInfoBg: '#e4efec',
    colorInfoBorder: '#c3dcd6',
    controlItemBgActive: '#e4efec',
    controlItemBgActiveHover: '#d6e7e2',
    borderRadius: 6,
    fontSize: 14,
    controlHeight: 32,
    wireframe: false,
    fontFamily:
      "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
    boxShadowTertiary: '0 1px 2px rgba(27, 36, 34, 0.04)',
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: {
      headerBg: '#faf9f6',
      headerColor: '#55605c',
      headerSplitColor: 'transparent',
      rowHoverBg: '#f8f8f4',
      cellPaddingBlock: 12,
    },
    Card: { headerFontSize: 15 },
    Drawer: { footerPaddingBlock: 12, footerPaddingInline: 24 },
    Form: { itemMarginBottom: 28, verticalLabelPadding: '0 0 6px' },
    // The keys beside an entry that is chosen stand on the brand's tint.
    Dropdown: { colorTextDescription: '#55605c' },
    Modal: { titleFontSize: 16 },
  },
}

/** antd waits for its motions to end, so styles must not cut them short: it is told to have none. */
const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } }

const antdLocales = { 'zh-CN': zhCN, en: enUS }

/** Our own look over Ant Design, in the reader's language, with antd's messages and dialogs. */
export function ConsoleTheme({ children }: { children: ReactNode }) {
  const locale = useLocale() as keyof typeof antdLocales
  const isStill = useReducedMotion()
  return (
    <ConfigProvider
      theme={isStill ? stillTheme : theme}
      locale={antdLocales[locale]}
      // antd spreads two Chinese characters apart in buttons, and screen readers read the gap.
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: 'optional' }}
    >
      <App>{children}</App>
    </ConfigProvider>
  )
}
