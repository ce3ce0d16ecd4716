// A share as a bar from zero: plain SVG, its sentence in words beside it, hatched while short of the whole so that colour
// is never the only sign. Goes on past 100 %.

import './bullet-bar.css'

interface BulletBarProps {
  value: number
  whole: number
  /** The same in words, for who can't see the bar. */
  sentence: string
}

const WIDTH = 300

export function BulletBar({ value, whole, sentence }: BulletBarProps) {
  const end = Math.max(value, whole)
  const width = end === 0 ? 0 : (value / end) * WIDTH
  const all = end === 0 ? WIDTH : (whole / end) * WIDTH
  return (
    <svg class="bullet" viewBox={`0 0 ${WIDTH} 24`} role="img" aria-label={sentence} preserveAspectRatio="none">
      <defs>
        <pattern id="short" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" class="bullet-short" />
          <rect width="3" height="8" class="bullet-stripe" />
        </pattern>
      </defs>
      <rect x="0" y="4" width={WIDTH} height="16" rx="8" class="bullet-ground" />
      <rect x="0" y="4" width={width} height="16" rx="8" class={value >= whole ? 'bullet-met' : undefined} fill={value >= whole ? undefined : 'url(#short)'} />
      {value > whole && <path d={`M${all} 0v24`} class="bullet-mark" />}
    </svg>
  )
}
