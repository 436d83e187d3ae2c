import { later } from '../kit/later'
import { isPhone } from '../kit/target'
import { Mine as MineNow } from './view-mine'
import { NineGrid as NineGridNow } from './view-nine-grid'
import { Result as ResultNow } from './view-result'
import { Scratch as ScratchNow } from './view-scratch'
import { Tasks as TasksNow } from './view-tasks'
import { Wheel as WheelNow } from './view-wheel'
// Every skin needs these two: together with the view they travel better than by themselves.
import './view-motion'
import './view-skin'

// A page shows one of the three skins, and most members look at none of the sheets.
export const Wheel = later(
  isPhone ? { load: () => import('./view-wheel').then((m) => m.Wheel) } : { now: WheelNow },
)
export const NineGrid = later(
  isPhone ? { load: () => import('./view-nine-grid').then((m) => m.NineGrid) } : { now: NineGridNow },
)
export const Scratch = later(
  isPhone ? { load: () => import('./view-scratch').then((m) => m.Scratch) } : { now: ScratchNow },
)
export const Result = later(
  isPhone ? { load: () => import('./view-result').then((m) => m.Result) } : { now: ResultNow },
)
export const Tasks = later(
  isPhone ? { load: () => import('./view-tasks').then((m) => m.Tasks) } : { now: TasksNow },
)
export const Mine = later(
  isPhone ? { load: () => import('./view-mine').then((m) => m.Mine) } : { now: MineNow },
)
