// A version that can't start leaves people before an empty page, where nothing can be tapped to get the next one. So a new
// version asks the open pages whether anything works there, and takes over by itself where none answers.

/** What a new version asks a page; a page on which something is shown answers through the port that comes with it. */
export const ASKING = 'ARE_YOU_THERE'

const ASKED_EVERY_MS = 1_000
/** A slow phone with a full store needs seconds to show its first screen. */
const LONGEST_SILENCE_MS = 15_000

/** The visible pages, if not one of them answered for so long; none where there is no older version, or nobody looks at it. */
export async function stuckPages(worker: ServiceWorkerGlobalScope): Promise<readonly WindowClient[]> {
  if (!worker.registration.active) return []
  for (let silence = 0; silence < LONGEST_SILENCE_MS; silence += ASKED_EVERY_MS) {
    const pages = await visiblePages(worker)
    if (pages.length === 0 || (await isAnyThere(pages))) return []
  }
  return visiblePages(worker)
}

async function visiblePages({ clients }: ServiceWorkerGlobalScope): Promise<WindowClient[]> {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  return pages.filter(({ visibilityState }) => visibilityState === 'visible')
}

const isAnyThere = (pages: readonly WindowClient[]): Promise<boolean> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), ASKED_EVERY_MS)
    for (const page of pages) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(true)
      page.postMessage({ type: ASKING }, [port2])
    }
  })
