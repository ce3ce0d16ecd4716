// The order of names as Vietnamese reads: Đ after D, tones in their place, "Thôn 2" before "Thôn 10".

export const { compare: compareNames } = new Intl.Collator('vi', { numeric: true })
