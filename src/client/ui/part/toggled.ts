// One item of a list of several put in or taken out.

export const toggled = (chosen: readonly string[], code: string): string[] =>
  chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]
