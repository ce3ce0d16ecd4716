// What the console says once the server listens, in Vietnamese and English.

import type { Offer } from './practice/offer.ts'

export const enrolLink = (address: string, secret: string): string => `${address}/enrol#${secret}`

/** A code as it is read out: two groups of five. */
export const spacedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

export function greeting(address: string, { practice, offers, data }: { practice: boolean; offers: readonly Offer[]; data: string }): string[] {
  const lines = ['', `Lan Tỏa đang chạy · is running: ${address}`, '']
  if (!practice) return [...lines, ...invitationAdvice(address, data), '']
  const width = Math.max(...offers.map(({ name }) => name.length), 0)
  return [
    ...lines,
    'Tỉnh diễn tập, số liệu không có thật. Mỗi vai một đường dẫn, dùng một lần, hoặc nhập mã:',
    'A practice province with invented data. One link for each role, used once, or type the code:',
    '',
    ...offers.map(({ name, secret, code }) => `  ${name.padEnd(width)}  ${spacedCode(code)}  ${enrolLink(address, secret)}`),
    '',
    'Máy chủ trống cho công việc thật · An empty server for real work: npm start -- --empty --data DIR',
    'Dừng · Stop: Ctrl+C',
    '',
  ]
}

const invitationAdvice = (address: string, data: string): string[] => [
  'Mời người đầu tiên, ở một cửa sổ khác · Invite the first person, in another window:',
  `  npm run admin -- invite --data ${JSON.stringify(data)} --origin ${address} --role official --unit 20056 --organisation "Hội LHPN xã …" --name "Cán bộ xã …"`,
  'Dừng · Stop: Ctrl+C',
]
