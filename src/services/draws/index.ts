export { ListDraws, listDraws } from './list'
export { type DrawDifference, ReplayDraw, replayDraw } from './replay'
