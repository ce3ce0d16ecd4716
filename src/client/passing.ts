// Browsers in which nothing lasts: those inside Zalo, Facebook and other apps keep a store of their own, which nobody finds again;
// on an iPhone everything is deleted after seven days unless the app stands on the Home Screen. Asked before anything is kept.

export interface Navigating {
  userAgent: string
  maxTouchPoints: number
  /** Safari's own: opened from the Home Screen. */
  standalone?: boolean
}

/** `; wv)` is Android's own mark of a browser inside an app; Zalo takes it out and says its own name. */
const insideAnApp = /; wv\)|Zalo|FB_IAB|FBA[NV]\/|Instagram|\bLine\/|MicroMessenger|Telegram-|iP(hone|ad|od)/

/** What the browser calls itself where nothing lasts in it; undefined in every other. An iPad says that it is a Mac. */
export const passingIn = ({ userAgent, maxTouchPoints, standalone }: Navigating): string | undefined =>
  !standalone && (insideAnApp.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) ? userAgent : undefined
