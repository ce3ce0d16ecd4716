// Line icons on a 24-unit square. Always beside a word, so hidden from screen readers.

const paths = {
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  list: 'M5 6h14M5 12h14M5 18h9',
  plus: 'M12 5v14M5 12h14',
  site: 'M3 20h18M5 20V9l7-5 7 5v11M10 20v-6h4v6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  chart: 'M4 20V4M4 20h16M8 16v-5M13 16V7M18 16v-3',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  phone: 'M7 2.5h10v19H7zM11 18h2',
  sent: 'M3 13l4 4L16 7M12 16l1 1L22 7',
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  again: 'M4 12a8 8 0 1 0 3-6.2M4 4v4h4',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5M14 11v5',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 13l4 4L19 7',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  copy: 'M9 9h11v12H9zM15 9V4H4v12h5',
  share: 'M12 15V3M8 7l4-4 4 4M5 12v9h14v-9',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  lock: 'M6 11h12v10H6zM8 11V8a4 4 0 0 1 8 0v3',
  place: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  day: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.5 2.5 3.5 5.5',
  house: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  undo: 'M9 6L4 11l5 5M4 11h10a6 6 0 0 1 0 12',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z',
  off: 'M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4-2.4M19 12a10 10 0 0 0-4.5-2.6M12 19h.01',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
