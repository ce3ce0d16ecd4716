// What Chrome 90 to 92 lack of the language and the app uses: Android 8 and 9 may stand still there. Loaded before all else.

/** As ES2022 has them. */
function at<T>(this: { length: number; [place: number]: T }, place: number): T | undefined {
  return this[place < 0 ? this.length + place : place]
}

Object.hasOwn ??= (held: object, name: PropertyKey): boolean => Object.hasOwn(held, name)
for (const list of [Array.prototype, String.prototype] as { at?: unknown }[]) {
  if (!list.at) Object.defineProperty(list, 'at', { value: at, writable: true, configurable: true })
}
