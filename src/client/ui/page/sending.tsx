// Hộp gửi: what the phone is doing, what needs the person and how to mend it, what is held at the receiving end, what still
// lies on this phone, and what was sent lately.

import { useLive } from '../../store/live.ts'
import { listOutgoing, listSentLately } from '../../store/outgoing.ts'
import { useApp, useWords } from '../context.ts'
import { HeldList } from '../part/held-list.tsx'
import { LanguageSwitch } from '../part/language-switch.tsx'
import { OnPhone } from '../part/on-phone.tsx'
import { Page } from '../part/page.tsx'
import { SendingState } from '../part/sending-state.tsx'
import { SentList } from '../part/sent-list.tsx'
import { StorageCard } from '../part/storage-card.tsx'
import { ToMend } from '../part/to-mend.tsx'
import { useSay } from '../say.ts'
import '../part/rows.css'

const MOST_SENT = 20

export function Sending() {
  const t = useWords()
  const { store } = useApp()
  const say = useSay()
  const outgoing = useLive(() => listOutgoing(store), [])
  const sent = useLive(() => listSentLately(store, MOST_SENT), [])
  if (!outgoing || !sent || !say) {
    return (
      <Page title={t('sending.title')} back="/">
        {null}
      </Page>
    )
  }
  const { toMend, waiting, held } = outgoing
  return (
    <Page title={t('sending.title')} back="/">
      <SendingState outgoing={outgoing} isNew={sent.length + held.length === 0} />
      <ToMend records={toMend} late={held.filter(({ isLate }) => isLate)} say={say} />
      <OnPhone records={waiting} say={say} />
      <HeldList held={held.filter(({ isLate }) => !isLate)} say={say} />
      <SentList sent={sent} say={say} />
      <StorageCard />
      <LanguageSwitch />
    </Page>
  )
}
