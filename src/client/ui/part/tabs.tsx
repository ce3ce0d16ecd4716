// The places at the lower edge, by role; on the screens that they lead to.

import { useLocation } from 'preact-iso'
import type { Role } from '../../../model/permission.ts'
import type { MessageKey } from '../../../text/translate.ts'
import { useMe } from '../actor.ts'
import { useWords } from '../context.ts'
import { Icon, type IconName } from './icon.tsx'
import './tabs.css'

interface Tab {
  path: string
  icon: IconName
  label: MessageKey
  main?: true
}

const field: Tab[] = [
  { path: '/', icon: 'home', label: 'tab.home' },
  { path: '/sessions', icon: 'list', label: 'tab.sessions' },
  { path: '/session/new', icon: 'plus', label: 'tab.log', main: true },
  { path: '/sites', icon: 'site', label: 'tab.sites' },
  { path: '/more', icon: 'more', label: 'tab.more' },
]

const overview: Tab = { path: '/', icon: 'chart', label: 'tab.overview' }
const area: Tab = { path: '/area', icon: 'place', label: 'tab.area' }
const sessions: Tab = { path: '/sessions', icon: 'list', label: 'tab.sessions' }
const report: Tab = { path: '/reports', icon: 'file', label: 'tab.report' }
const more: Tab = { path: '/more', icon: 'more', label: 'tab.more' }

/** Only what there is for them: an observer is sent figures and no records. */
const office: Partial<Record<Role, Tab[]>> = {
  official: [overview, area, sessions, report, more],
  province: [overview, area, sessions, report, more],
  observer: [overview, area, more],
}

const tabsOf = (role: Role | undefined): Tab[] => (role && office[role]) ?? field

export function Tabs() {
  const { path } = useLocation()
  const { role } = useMe()
  const t = useWords()
  const tabs = tabsOf(role)
  if (!tabs.some((tab) => tab.path === path && !tab.main)) return null
  return (
    <nav class="tabs no-print" aria-label={t('tab.all')}>
      {tabs.map((tab) => (
        <a key={tab.path} href={tab.path} class={tab.main ? 'tab main' : 'tab'} aria-current={path === tab.path ? 'page' : undefined}>
          <span class="tab-icon">
            <Icon name={tab.icon} />
          </span>
          {t(tab.label)}
        </a>
      ))}
    </nav>
  )
}
