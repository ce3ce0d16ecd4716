// How large a table is on paper, as far as its pages go.

const FEW_ROWS = 8
/** With more of them a row is as high as its longest words in a narrow column. */
const MOST_COLUMNS = 6

/** So small that it is not torn apart at a page's end. */
export const isInOnePiece = (columns: number, rows: number): boolean => columns <= MOST_COLUMNS && rows <= FEW_ROWS
