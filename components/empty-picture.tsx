import type { ReactNode } from 'react'

export type EmptyPictureName = 'build' | 'search' | 'locked' | 'broken' | 'calm'

const LINE = { fill: 'none', stroke: '#7d8a85', strokeWidth: 1.6, strokeLinejoin: 'round' } as const
const DASHED = { ...LINE, stroke: '#b9bfb9', strokeDasharray: '3 4', strokeLinecap: 'round' } as const
const BRICK = { fill: '#e4efec', stroke: '#0f6b63', strokeWidth: 1.6, strokeLinejoin: 'round' } as const
const CLAY = { fill: '#f3d9c7', stroke: '#b4633a', strokeWidth: 1.6, strokeLinejoin: 'round' } as const

/** The lower steps of the tower, which every picture but `build` stands on. */
const steps = (
  <>
    <path d="M18 82h84v14H18z" {...BRICK} />
    <path d="M30 66h60v16H30z" {...BRICK} fill="#eef4f2" />
  </>
)

const PICTURES: Record<EmptyPictureName, ReactNode> = {
  // The next step is waiting to be laid.
  build: (
    <>
      <path d="M18 82h84v14H18z" {...BRICK} />
      <path d="M30 66h60v16H30z" {...DASHED} />
      <path d="M42 50h36v16H42z" {...DASHED} />
      <path d="M52 22h22v12H52z" {...CLAY} transform="rotate(-8 63 28)" />
      <path d="M63 40v6m-4-3 4 4 4-4" {...LINE} stroke="#b4633a" strokeLinecap="round" />
    </>
  ),
  search: (
    <>
      {steps}
      <circle cx="62" cy="42" r="18" fill="#fff" stroke="#0f6b63" strokeWidth="1.8" />
      <path d="m75 55 13 13" {...LINE} stroke="#0f6b63" strokeWidth="3" strokeLinecap="round" />
      <path d="M54 42h16" {...LINE} strokeLinecap="round" />
    </>
  ),
  locked: (
    <>
      {steps}
      <path d="M52 42v-7a8 8 0 0 1 16 0v7" {...LINE} stroke="#b4633a" />
      <rect x="46" y="42" width="28" height="24" rx="4" {...CLAY} />
      <path d="M60 51v6" {...LINE} stroke="#b4633a" strokeLinecap="round" />
    </>
  ),
  broken: (
    <>
      <path d="M18 82h36l4 6-5 8H18zM62 82h40v14H58l5-8z" {...BRICK} />
      <path d="M30 66h26l3 7-4 9H30zM64 64h27l-1 16H62l4-8z" {...BRICK} fill="#eef4f2" />
      <path d="M46 50h14l-3 6 4 8H45z" {...CLAY} />
      <path d="M68 40h14v12H69z" {...CLAY} transform="rotate(18 75 46)" />
    </>
  ),
  calm: (
    <>
      {steps}
      <path d="M42 50h36v16H42z" {...BRICK} fill="#f6faf9" />
      <path d="M54 36h12v14H54z" {...CLAY} />
      <circle cx="92" cy="30" r="7" fill="#fbe7b8" stroke="#c99a3c" strokeWidth="1.6" />
    </>
  ),
}

/** Line drawings of our own for empty states. They say nothing that the words do not. */
export function EmptyPicture({ name, size }: { name: EmptyPictureName; size: number }) {
  return (
    <svg width={size} height={size * 0.9} viewBox="0 0 120 108" aria-hidden="true" focusable="false">
      <ellipse cx="60" cy="99" rx="52" ry="4" fill="#e9e7e0" />
      {PICTURES[name]}
    </svg>
  )
}
