// Where a commune has no list of villages: nothing can be said of coverage. Who may add them is led there.

import { useMe } from '../actor.ts'
import { useWords } from '../context.ts'
import { listPath } from '../record-path.ts'
import { Icon } from './icon.tsx'

export function NoVillages() {
  const t = useWords()
  const { mayMake } = useMe()
  return mayMake('unit') ? (
    <>
      <p>{t('coverage.no-villages')}</p>
      <a class="button" href={listPath('unit')}>
        <Icon name="place" />
        {t('village.add')}
      </a>
    </>
  ) : (
    <p>{t('coverage.no-villages-ask')}</p>
  )
}
