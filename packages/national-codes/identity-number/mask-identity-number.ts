const shownAtEachEnd = 4;
/** Of anything shorter, what is shown would be most of it. */
const shownFromChars = 12;

/** An identity number as lists show it: first 4 and last 4, 3399**********0437. Of a short text nothing is shown. */
export function maskIdentityNumber(number: string): string {
  const characters = [...number];
  const hidden = (count: number) => "*".repeat(count);
  if (characters.length < shownFromChars) return hidden(characters.length);
  const first = characters.slice(0, shownAtEachEnd).join("");
  const last = characters.slice(-shownAtEachEnd).join("");
  return first + hidden(characters.length - 2 * shownAtEachEnd) + last;
}
