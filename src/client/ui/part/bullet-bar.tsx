// A share as a bar from zero: plain SVG, its sentence in words beside it, hatched while short so that colour is never the only
// sign. Goes on past 100 %; what nobody recorded is a hatched ground without a bar, never an empty one.

import './bullet-bar.css'

interface BulletBarProps {
  /** Undefined: there is no number. */
  value: number | undefined
  whole: number
  /** As much as meets the target, in the same measure. */
  target?: number | undefined
  /** Undefined where there is nothing to meet. */
  met: boolean | undefined
  /** The same in words, for who can't see the bar. */
  sentence: string
}

const WIDTH = 300

export function BulletBar({ value, whole, target, met, sentence }: BulletBarProps) {
  const end = Math.max(value ?? 0, whole, target ?? 0)
  const at = (part: number) => (end === 0 ? 0 : (part / end) * WIDTH)
  const hatch = value === undefined ? 'none' : 'short'
  const isHatched = value === undefined || met === false
  return (
    <svg class="bullet" viewBox={`0 0 ${WIDTH} 24`} role="img" aria-label={sentence} preserveAspectRatio="none">
      {isHatched && <Hatch of={hatch} />}
      <rect x="0" y="4" width={WIDTH} height="16" rx="8" class="bullet-ground" />
      <rect
        x="0"
        y="4"
        width={value === undefined ? WIDTH : at(value)}
        height="16"
        rx="8"
        class={isHatched ? undefined : met ? 'bullet-met' : 'bullet-plain'}
        fill={isHatched ? `url(#${hatch})` : undefined}
      />
      {value !== undefined && value > whole && <path d={`M${at(whole)} 0v24`} class="bullet-whole" />}
      {target !== undefined && <path d={`M${Math.min(at(target), WIDTH - 2)} 0v24`} class="bullet-mark" />}
    </svg>
  )
}

/** Bars of a kind share a pattern, so it has one name. */
function Hatch({ of }: { of: 'none' | 'short' }) {
  return (
    <defs>
      <pattern id={of} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        {of === 'short' && <rect width="8" height="8" class="bullet-short" />}
        <rect width="3" height="8" class={of === 'short' ? 'bullet-stripe' : 'bullet-none'} />
      </pattern>
    </defs>
  )
}
