// Sees every transaction that is begun on any database of one IndexedDB.

type Begin = (this: unknown, tables: string | string[], mode?: string, options?: unknown) => unknown

export function watching(prototype: object, told: (tables: string[], mode: string, options: unknown) => void): () => void {
  // Both IndexedDBs have this method; their types differ in what the tests don't use.
  const watched = prototype as { transaction: Begin }
  const begin = watched.transaction
  watched.transaction = function (tables, mode = 'readonly', options) {
    told([tables].flat(), mode, options)
    return begin.call(this, tables, mode, options)
  }
  return () => {
    watched.transaction = begin
  }
}
