// What the rest of the server knows of a database: text of SQL with `?` in it, transactions, and two ways to be out of
// order. Which engine answers is known to one file beside this one; nothing here may lean on a single engine.

export type SqlValue = string | number | null
export type SqlRow = Readonly<Record<string, SqlValue>>

export interface Sql {
  all(text: string, ...values: SqlValue[]): Promise<SqlRow[]>
  get(text: string, ...values: SqlValue[]): Promise<SqlRow | undefined>
  /** Gives how many rows changed. */
  run(text: string, ...values: SqlValue[]): Promise<number>
}

export interface Transaction extends Sql {
  /** What is written inside is undone when it throws, and only that. */
  savepoint<T>(work: (sql: Sql) => Promise<T>): Promise<T>
}

export interface Database {
  /** One steady view of the data. */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /**
   * All or nothing of it, on disk before the promise is kept. Writes that wait together may share one transaction: a work
   * may see what one before it wrote, and be undone with it; so it keeps nothing outside the database of what it saw.
   * Must not be called inside itself.
   */
  write<T>(work: (sql: Transaction) => Promise<T>): Promise<T>
  /** Writes all that is committed into a new file, whole and steady, while others go on. */
  copyTo(file: string): Promise<void>
  /** What the engine finds wrong with what it has stored; nothing where it is whole. */
  faults(): Promise<string[]>
  /** How many reads and writes are under way or wait for their turn. */
  waiting(): number
  close(): Promise<void>
}

/** No room, somebody else's turn, a rule of the tables, or anything else that no request can help. */
export type DatabaseTrouble = 'full' | 'busy' | 'rule' | 'broken'

export class DatabaseError extends Error {
  readonly is: DatabaseTrouble

  constructor(is: DatabaseTrouble, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DatabaseError'
    this.is = is
  }
}
