import type { ComponentType } from 'react'

/**
 * The form that makes a tool, or edits one, on the spot. It belongs to the console's screens, which the editor
 * does not know; the route that mounts the editor hands it in.
 */
export type ToolDrawer = ComponentType<{
  open: boolean
  /** The widget's type. */
  type: string
  /** The tool to edit; a new one is made without. */
  toolId?: string
  defaultCampaignId?: string
  /** The tool was saved. */
  onDone: (toolId: string) => void
  onClose: () => void
}>
