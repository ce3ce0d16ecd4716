// The five places at the lower edge, by role.

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

const office: Tab[] = [
  { path: '/', icon: 'home', label: 'tab.home' },
  { path: '/baselines', icon: 'people', label: 'tab.baselines' },
  { path: '/organisations', icon: 'house', label: 'tab.organisations' },
  { path: '/more', icon: 'more', label: 'tab.more' },
]

export const tabPaths = new Set([...field, ...office].filter((tab) => !tab.main).map(({ path }) => path))

const tabsOf = (role: Role | undefined): Tab[] => (role === 'province' || role === 'observer' ? office : field)

export function Tabs() {
  const { path } = useLocation()
  const { role } = useMe()
  const t = useWords()
  return (
    <nav class="tabs no-print" aria-label={t('tab.all')}>
      {tabsOf(role).map((tab) => (
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
