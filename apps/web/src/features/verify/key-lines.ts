/** The keys of a text, one a line, without blank lines and spaces at the ends. */
export function keyLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
