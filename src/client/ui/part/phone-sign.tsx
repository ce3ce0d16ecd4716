// What a button of the phone's own browser looks like, so that it is found by its picture as well as by its words.

const signs = {
  menu: 'M5 12h.01M12 12h.01M19 12h.01',
  share: 'M12 14V3M8 7l4-4 4 4M8 10H6v11h12V10h-2',
  add: 'M4 4h16v16H4zM12 8v8M8 12h8',
  icon: 'M3 3h7v7H3zM14 3h7v7h-7zM3 14h7v7H3zM14 14h7v7h-7z',
} as const

export function PhoneSign({ name }: { name: keyof typeof signs }) {
  return (
    <svg class="icon phone-sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={signs[name]} />
    </svg>
  )
}
