/** A line of a field beside the version before: unchanged, gone, or new. */
export interface DifferentLine {
  readonly text: string;
  readonly mark: "same" | "removed" | "added";
}

/** The lines of a field now, with those that are gone since the version before in front of them. */
export function lineDifferences(before: readonly string[], now: readonly string[]): readonly DifferentLine[] {
  const gone = before.filter((text) => !now.includes(text));
  return [
    ...gone.map((text): DifferentLine => ({ text, mark: "removed" })),
    ...now.map((text): DifferentLine => ({ text, mark: before.includes(text) ? "same" : "added" })),
  ];
}
