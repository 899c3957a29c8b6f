/**
 * Twice the characters that two texts share, of all that they have (Dice 1945), 0 to 1: Chinese names of answers and columns
 * are too short to compare pairs of characters.
 */
export function sharedShare(one: string, other: string): number {
  const rest = [...other];
  const all = rest.length + [...one].length;
  let shared = 0;
  for (const character of one) {
    const at = rest.indexOf(character);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared++;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}
