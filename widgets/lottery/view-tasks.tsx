/** @jsxImportSource preact */
import { answerText } from '../kit/play/answer-text'
import { Sheet } from '../kit/play/sheet'
import { type Answer, usePlay } from '../kit/play/use-play'
import { useWhen } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { tasksMessages } from './messages-tasks'
import { isTaskOpen, type LotteryState, type Task } from './state'

interface TasksProps {
  blockId: string
  state: LotteryState
  chances: number
  onClose: () => void
}

/** 赚次数: what there is to do for another chance, and what was done today. */
export function Tasks({ blockId, state, chances, onClose }: TasksProps) {
  const host = useHost()
  const text = useMessages(tasksMessages)
  const when = useWhen(host.now())
  const buying = usePlay<object>(blockId, 'buyChance', () => '')
  const visiting = usePlay<{ link: string }>(blockId, 'visit', ({ link }) => link)

  const say = (answer: Answer | undefined) => {
    if (!answer) return ''
    return answer.status === 'done' ? text.earned : answerText(host.locale, answer, when)
  }
  const said = say(buying.answer) || say(visiting.answer)

  async function doTask(task: Task): Promise<void> {
    buying.dismiss()
    visiting.dismiss()
    if (task.kind === 'points') await buying.play({})
    else {
      const { link } = task
      if ((await visiting.play({ link }))?.status === 'done') host.navigate(link)
    }
  }

  return (
    <Sheet title={text.tasks} onClose={onClose}>
      <p class="zg-lt-said" role="status">
        {said ||
          [text.left(chances), state.isSignedIn && text.havePoints(state.points)].filter(Boolean).join(' · ')}
      </p>
      <ul class="zg-lt-tasks">
        {state.tasks.map((task) => {
          const isPoints = task.kind === 'points'
          const missing = isPoints && state.isSignedIn ? task.points - state.points : 0
          const isOpen = isTaskOpen(task)
          const isBusy = isPoints ? buying.isPending({}) : visiting.isPending(task)
          const isOff = isBusy || !isOpen || missing > 0
          return (
            <li key={isPoints ? '' : task.link}>
              <TaskIcon isPoints={isPoints} />
              <p>
                <b>{isPoints ? text.buy(task.points) : text.visit(task.title)}</b>
                <small>
                  {isPoints
                    ? `${text.bought(task.done, task.limit)}${missing > 0 && isOpen ? ` · ${text.short(missing)}` : ''}`
                    : text.visitHint}
                </small>
              </p>
              <button
                type="button"
                aria-disabled={isOff}
                aria-busy={isBusy}
                onClick={() => {
                  if (!isOff) void doTask(task)
                }}
              >
                {!isOpen ? text.done : isPoints ? text.exchange : text.go}
              </button>
            </li>
          )
        })}
      </ul>
      {chances === 0 && !state.tasks.some(isTaskOpen) && <p class="zg-lt-said">{text.noWay}</p>}
    </Sheet>
  )
}

function TaskIcon({ isPoints }: { isPoints: boolean }) {
  return (
    <svg class="zg-lt-drawing" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      <circle class="c" cx="20" cy="20" r="18" />
      <path
        class="k"
        d={
          isPoints
            ? 'M13 12l7 8 7-8M20 20v9M13.500 21h13M13.500 25h13'
            : 'M10 18l2-6h16l2 6M12 19v9h16v-9M10 18q3.300 4 6.600 0 3.300 4 6.600 0 3.300 4 6.600 0M18 28v-5h4v5'
        }
      />
    </svg>
  )
}
