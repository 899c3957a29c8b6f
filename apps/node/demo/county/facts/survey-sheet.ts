/** The number of a household's sheet in the general survey: nothing else of the survey names the household. */
export function surveySheet(index: number): string {
  return `PC${String(index + 1).padStart(7, "0")}`;
}
