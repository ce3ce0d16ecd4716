// Vietnamese order: Đ after D, tones in their place, "Thôn 2" before "Thôn 10".

const order = new Intl.Collator('vi', { numeric: true })

export const sortedByName = <T>(items: readonly T[], name: (item: T) => string): T[] => [...items].sort((a, b) => order.compare(name(a), name(b)))
