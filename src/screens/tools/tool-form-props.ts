export interface ToolFormDrawerProps {
  open: boolean
  /** The widget type the tool is of. */
  type: string
  /** The tool to edit; a new one is made without. */
  toolId?: string
  defaultCampaignId?: string
  onDone: (toolId: string) => void
  onClose: () => void
}
