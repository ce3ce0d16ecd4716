// Right after enrolling on a phone that holds nothing: the account was used on a device before. If that is this very phone, its
// data was cleared, and nothing on it could say so.

import { formatMoment } from '../../../text/format.ts'
import { dropEarlierDevices } from '../../store/earlier-devices.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { Icon } from '../part/icon.tsx'
import { LanguageSwitch } from '../part/language-switch.tsx'
import { Page } from '../part/page.tsx'

export function EarlierDevices() {
  const t = useWords()
  const now = useNow()
  const { store, earlierDevices } = useApp()
  return (
    <Page title={t('earlier.title')}>
      <section class="card wait">
        <p>{t('earlier.used-on')}</p>
        <ul>
          {earlierDevices.value?.map(({ name, contactAt, received }) => (
            <li key={`${contactAt} ${received}`}>
              <b>{name ?? t('earlier.unnamed')}</b>
              <br />
              {t('earlier.last-contact', { time: formatMoment(contactAt, now) })}
            </li>
          ))}
        </ul>
      </section>
      <p class="card">{t('earlier.if-this')}</p>
      <p class="card">{t('earlier.if-another')}</p>
      <button type="button" class="button primary" onClick={() => void dropEarlierDevices(store)}>
        <Icon name="check" />
        {t('earlier.go-on')}
      </button>
      <LanguageSwitch />
    </Page>
  )
}
