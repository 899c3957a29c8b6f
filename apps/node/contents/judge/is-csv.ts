const linesLooked = 20;
const charactersLooked = 64 * 1024;

/** True where the first lines are cut into as many cells each, at least two, by one of the usual separators. */
export function isCsv(text: string): boolean {
  const looked = text.slice(0, charactersLooked);
  const lines = looked.split(/\r?\n/).slice(0, linesLooked);
  // The last line may be cut off, or be empty.
  const whole = (lines.length > 1 && lines.length < linesLooked ? lines.slice(0, -1) : lines).filter(
    (line) => line !== "",
  );
  if (whole.length < 2) return false;
  return [",", "\t", ";"].some((separator) => {
    const cells = whole.map((line) => cellsOf(line, separator));
    return cells[0] !== undefined && cells[0] > 1 && cells.every((count) => count === cells[0]);
  });
}

function cellsOf(line: string, separator: string): number {
  return line.replaceAll(/"[^"]*"/g, "").split(separator).length;
}
