// A moment as the operator reads it: date and minute in Vietnam.

const inVietnam = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

export const momentText = (ms: number): string => inVietnam.format(ms)
