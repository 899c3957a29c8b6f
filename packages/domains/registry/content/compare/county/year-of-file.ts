/** Lists of a year are compared with the year in which the file's twelve months end. */
export const isYearOfFile = "fact.year == (has(h.incomeTo) ? yearOf(h.incomeTo) : yearOf(day) - 1)";
