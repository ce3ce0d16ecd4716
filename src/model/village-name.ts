// Whether two villages go by one name: "Bản Đông", "thôn  Đông" and "Đông" are said alike. Tones and marks tell names apart.

/** The words for a village's kind as they are written before its name, the longer first. */
const kindWord = /^(tổ dân phố|khu phố|tdp|thôn|bản|làng|buôn|khóm|xóm|ấp|tổ|khu)[\s.]+(?=\S)/

/** The name alone, to be compared and never shown. */
export function bareName(name: string): string {
  const said = name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
  return said.replace(kindWord, '').replaceAll(' ', '')
}

/** Another of the villages that goes by that name. */
export const namesake = <V extends { id: string; name: string }>(name: string, id: string | undefined, villages: readonly V[]): V | undefined =>
  villages.find((one) => one.id !== id && bareName(one.name) === bareName(name))
