import { appendFileSync, existsSync, renameSync, statSync } from "node:fs";

/** Of one file; with the one before it, twice as much. */
const fileBytesMax = 8 * 1024 * 1024;

/**
 * Keeps CometBFT's own lines apart from the node's, in `path` and, once that is full, the older ones in `path.1`.
 * Writes at once: lines are few, and the last ones before a death are those that matter.
 */
export function openCometLog(path: string): (line: string) => void {
  let bytes = existsSync(path) ? statSync(path).size : 0;
  return (line) => {
    if (bytes > fileBytesMax) {
      renameSync(path, `${path}.1`);
      bytes = 0;
    }
    const text = `${line}\n`;
    appendFileSync(path, text, { mode: 0o600 });
    bytes += Buffer.byteLength(text);
  };
}
