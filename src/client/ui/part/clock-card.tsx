// A phone whose clock is wrong says so: its own times are off, though sessions get the right day by the server's clock.

import { formatMoment } from '../../../text/format.ts'
import { isClockTrusted } from '../../store/identity.ts'
import { useApp, useNow, useWords } from '../context.ts'

export function ClockCard() {
  const t = useWords()
  const { environment, identity } = useApp()
  const right = useNow()
  const me = identity.value
  if (!me || me.clockOffsetMs === undefined || isClockTrusted(me)) return null
  const said = environment.now()
  return (
    <section class="card wait">
      <h2>{t('clock.wrong')}</h2>
      <p>{t('clock.what', { said: formatMoment(said, right), right: formatMoment(right, said) })}</p>
    </section>
  )
}
