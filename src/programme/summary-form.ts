// Which form of the sums a build keeps: beside what makes them, so that asking for the form does not load it.

/** Grows when what a record adds changes, or which records are understood: summaries kept under another number are made anew. */
export const SUMMARY_FORM = 1
