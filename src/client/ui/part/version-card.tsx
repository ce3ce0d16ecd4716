// One version of what two have said differently: whose it is, since when, and what it says. With `pick` it can be chosen.

import { useWords } from '../context.ts'
import './versions.css'

export interface VersionLine {
  /** Empty where the question has only one thing to say. */
  label: string
  /** Undefined where this version says nothing of it. */
  text: string | undefined
}

interface VersionCardProps {
  id: string
  who: string
  about?: string | undefined
  lines: readonly VersionLine[]
  pick?: { name: string; isPicked: boolean; onPick: () => void } | undefined
}

export function VersionCard({ id, who, about, lines, pick }: VersionCardProps) {
  const t = useWords()
  const body = (
    <span class="version-body" id={`${id}-body`}>
      <span class="version-who" id={`${id}-who`}>
        {who}
      </span>
      {about && <span class="hint">{about}</span>}
      {lines.map(({ label, text }) => (
        <span key={`${label} ${text}`} class="version-fact">
          {label && <span>{label}</span>} {text === undefined ? <span class="version-empty">{t('decide.empty')}</span> : <b>{text}</b>}
        </span>
      ))}
    </span>
  )
  if (!pick) return <div class="version read">{body}</div>
  return (
    <label class="version">
      <input
        type="radio"
        class="version-pick"
        name={pick.name}
        checked={pick.isPicked}
        aria-labelledby={`${id}-who`}
        aria-describedby={`${id}-body`}
        onChange={pick.onPick}
      />
      <span class="version-dot" />
      {body}
    </label>
  )
}
