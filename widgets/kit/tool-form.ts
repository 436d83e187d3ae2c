/**
 * What the console hands to a tool's own form (`tool-form.tsx`), in place of the form that is
 * generated from the configuration's fields.
 */
export interface ToolFormProps<Config> {
  value: Config
  onChange: (next: Config) => void
  /** Problems by the place they lead to, `coupons.0.rewardId`, in words the user reads. */
  errors: Readonly<Record<string, string>>
  /** The campaign whose rewards may be chosen. */
  campaignId: string
  isDisabled: boolean
}
