import { utf8 } from "@mingbai/codec/bytes";
import type { BiometricMatcher, CaptureFault } from "./matcher.ts";

/**
 * Knows people by a word that is put before it, in tests and on ledgers of the demo. It measures nothing and proves nothing: it is there
 * to try the port.
 */
export function standInMatcher(before: { word: string | CaptureFault }): BiometricMatcher {
  return {
    id: { name: "test-words", version: "1" },
    traits: ["face"],
    async capture() {
      const { word } = before;
      return word === "NOBODY" || word === "UNCLEAR" || word === "NO_SENSOR" ? word : utf8(`template of ${word}`);
    },
    async compare(reference, probe) {
      const [known, seen] = [reference, probe].map((bytes) => new TextDecoder().decode(bytes));
      if (seen?.endsWith("?") === true) return "unsure";
      return known === seen ? "same" : "other";
    },
  };
}
