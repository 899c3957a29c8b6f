const prime = 0x01000193;

/** Where a key begins; FNV-1a's offset basis of 32 bits (Fowler, Noll, Vo). */
export const hashStart = 0x811c9dc5;

/** Goes on with FNV-1a over the code units from `start` to `end`, and an end mark, so that `ab|c` is not `a|bc`. 32 bits, unsigned. */
export function hashText(hash: number, text: string, start = 0, end = text.length): number {
  let state = hash;
  for (let index = start; index < end; index++) state = Math.imul(state ^ text.charCodeAt(index), prime);
  return Math.imul(state ^ 0x1f, prime) >>> 0;
}
