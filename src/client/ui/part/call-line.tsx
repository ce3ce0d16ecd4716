// Below a place from which something is awaited: whom to call. Where nobody with a number is written down, the place's own page says so.

import { useWords } from '../context.ts'
import type { Staff } from '../staff.ts'
import { Handset } from './hotline.tsx'

export function CallLine({ staff = [] }: { staff: readonly Staff[] | undefined }) {
  const t = useWords()
  const first = staff.find(({ data }) => data.phone !== undefined)?.data
  if (first?.phone === undefined) return null
  return (
    <p class="line no-print">
      <span class="hint">{first.name}</span>
      <a class="button quiet" href={telephone(first.phone)}>
        <Handset />
        {t('handbook.call', { number: first.phone })}
      </a>
    </p>
  )
}

export const telephone = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`
