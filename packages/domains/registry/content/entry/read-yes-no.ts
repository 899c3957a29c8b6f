import { type Entry, nothing } from "./entry.ts";
import { entryFault } from "./faults.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

const yes = /^(?:是|有|对|已|√|✓|✔|☑|y|yes|t|true|1|已通|已解决|达标|安全)$/i;
const no = /^(?:否|无|没有|不|不是|未|没|×|✗|✘|x|☐|n|no|f|false|0|未通|未解决|不达标|不安全)$/i;

/** Ticks, crosses and words. Here «无» answers the question, so it is «no» and not nothing. */
export function readYesNo(text: string): Entry {
  const plain = plainEntry(text);
  if (yes.test(plain)) return { value: true };
  if (no.test(plain)) return { value: false };
  return saysNothing(plain) ? nothing : entryFault("YES_NO_UNREADABLE", { text: plain });
}
