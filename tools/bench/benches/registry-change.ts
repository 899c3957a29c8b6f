import { canonicalBytes } from "@mingbai/codec/canonical-json";
import type { SubjectPart } from "@mingbai/registry/content/file/part";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { filesWorkBench } from "../load/files-work-bench.ts";

/** A signed change of a field, from sealing what it says to the durable receipt: p99. */
export const bench = filesWorkBench("registry.change", 0.99, async ({ client, actor }, household, number) => {
  const part: SubjectPart = {
    kind: "part",
    form: 1,
    reason: "visit",
    sets: { remarks: { to: `第 ${number} 次走访` } },
  };
  const [content = ""] = await keepParts(client, [
    { subject: household, salt: newSalt(), bytes: canonicalBytes(part) },
  ]);
  const { refused } = await actor.does.registry.recordChanges({ changes: [{ subject: household, base: 1, content }] });
  if (refused !== undefined) throw new Error(`a change was refused: ${refused}`);
});
