'use client'

import type { RenderImageLibrary } from '@/components/fields/types'
import { AssetPicker } from './asset-picker'

/** The library as generated forms offer it beside their image fields. */
export const renderImageLibrary: RenderImageLibrary = (props) => <AssetPicker {...props} />
