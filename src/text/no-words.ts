// What the screen says when not even the words could be loaded: in both languages at once.

export const noWords = [
  'Chưa tải xong Lan Tỏa. Hãy kiểm tra mạng rồi mở lại trang này.',
  'Lan Tỏa has not loaded completely. Check the network, then open this page again.',
] as const
