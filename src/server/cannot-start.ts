// Why the server or a command can't go on, as a sentence for the person who started it; anything else thrown is a bug.

export class CannotStart extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'CannotStart'
  }
}
