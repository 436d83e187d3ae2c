import { PointerSensor } from '@dnd-kit/core'

/**
 * A pen drags at once, as a mouse does, where browsers tell it apart; fingers go on scrolling.
 * Mouse and touch have sensors of their own.
 */
export class PenSensor extends PointerSensor {
  static override activators: typeof PointerSensor.activators = [
    {
      eventName: 'onPointerDown',
      handler: ({ nativeEvent: { pointerType, isPrimary, button } }, { onActivation }) => {
        if (pointerType !== 'pen' || !isPrimary || button !== 0) return false
        onActivation?.({ event: new Event('pen') })
        return true
      },
    },
  ]
}
