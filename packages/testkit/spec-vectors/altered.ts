/** Copies with one byte set, at each place that a layout says something about. */
export function altered(bytes: Uint8Array, changes: readonly (readonly [string, number, number])[]) {
  return changes.map(([name, at, value]) => {
    const copy = bytes.slice();
    copy[at] = value;
    return { name, bytes: copy };
  });
}
