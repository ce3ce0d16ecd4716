// What the home screen has to say now and then: a new version, a clock that is wrong, a report that is due, where the app had better stand. Seldom
// anything of it, so it comes in a chunk of its own.

import { ClockCard } from './clock-card.tsx'
import { DueReports } from './due-reports.tsx'
import { InstallCard } from './install-card.tsx'
import { UpdateCard } from './update-card.tsx'

export function Notices() {
  return (
    <>
      <UpdateCard />
      <ClockCard />
      <DueReports />
      <InstallCard asked={false} />
    </>
  )
}
