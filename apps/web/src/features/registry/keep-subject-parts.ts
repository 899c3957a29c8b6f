import { canonicalBytes } from "@mingbai/codec/canonical-json";
import type { SubjectPart } from "@mingbai/registry/content/file/part";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { nodeClient } from "../../api/node-client.ts";
import { form } from "./form-words.ts";

/** What a person writes about one subject; the rest of the part follows from the device and the form. */
export interface WrittenPart extends Pick<SubjectPart, "reason" | "sets" | "decides" | "basis"> {
  readonly subject: string;
  readonly words?: string | undefined;
}

/**
 * Has the node keep these parts sealed, before the act that carries their commitments (hexadecimal, in their order) is
 * signed. Throws ProblemError.
 */
export async function keepSubjectParts(written: readonly WrittenPart[]): Promise<readonly string[]> {
  const madeMs = Date.now();
  const parts = written.map(({ subject, reason, sets, decides, basis = {}, words = "" }) => {
    const part = {
      kind: "part",
      form: form.version,
      reason,
      madeMs,
      device: deviceName(),
      sets: { ...sets },
      ...(Object.keys(basis).length > 0 && { basis }),
      ...(words.trim() !== "" && { words: words.trim() }),
      ...(decides !== undefined && { decides: [...decides] }),
    };
    return { subject, salt: newSalt(), bytes: canonicalBytes(JSON.parse(JSON.stringify(part))) };
  });
  return keepParts(nodeClient, parts);
}

/** What kind of device this is, in a word; said by the device itself. */
function deviceName(): string {
  return /Mobi|Android|iPhone/.test(navigator.userAgent) ? "phone" : "computer";
}
