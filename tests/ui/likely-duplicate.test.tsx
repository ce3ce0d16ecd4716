import { render, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { AppContext } from '../../src/client/ui/context.ts'
import { LikelyDuplicate } from '../../src/client/ui/part/likely-duplicate.tsx'
import type { Fields } from '../../src/model/record.ts'
import { session } from '../fixture/sample.ts'
import { type Seat, seatOf, shown } from '../fixture/screen.tsx'

const draw = ({ app }: Seat, fields: Fields, id?: string) =>
  render(
    <AppContext.Provider value={app}>
      <LikelyDuplicate form={{ fields, id }} />
    </AppContext.Provider>,
  )

test('a session that somebody else has recorded of that day and village is named, with the way to it', async () => {
  const her = await seatOf()
  const unit = her.village('Đông')
  const id = await her.tell('session', 'a', session({ unit, form: 'film' }), { authorName: 'Hồ Thị Tư' })
  const view = draw(her, { date: '2026-11-20', unit, form: 'film' })
  await screen.findByText('Có thể trùng buổi Hồ Thị Tư đã ghi.')
  expect(screen.getByRole('link', { name: 'Xem buổi đó' }).getAttribute('href')).toBe(`/session/${id}`)
  expect(shown()).toContain('Chiếu phim · 40 người')
  view.rerender(
    <AppContext.Provider value={her.app}>
      <LikelyDuplicate form={{ fields: { date: '2026-11-20', unit, form: 'film', counts: { total: 90 } }, id: undefined }} />
    </AppContext.Provider>,
  )
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
})

test('one of her own is told as hers, and none is told of the session itself', async () => {
  const her = await seatOf()
  const { id, data } = await her.phone.save({ unit: her.village('Tây') })
  const view = draw(her, data)
  await screen.findByText('Có thể trùng buổi anh/chị đã ghi.')
  view.unmount()
  draw(her, { ...data, counts: { total: 41 } }, id)
  await her.tell('session', 'b', session({ unit: her.village('Tây'), counts: { total: 41, method: 'counted' } }))
  await screen.findByText('Có thể trùng buổi Cộng tác viên khác đã ghi.')
  expect(screen.queryByText('Có thể trùng buổi anh/chị đã ghi.')).toBeNull()
})
