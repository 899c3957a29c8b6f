import type { Number64 } from "@mingbai/codec/number64";
import type { Event } from "@mingbai/ledger/definition/event";
import { type GivenPart, partSubject } from "@mingbai/read-model/given-part";

const prefix = "registry.";

/**
 * The names of the sealed parts and texts that an event names (`partSubject`), as vaults answer for them: each was given by whoever
 * acted. What is said of a household besides its file is a text about the household. PERF: asked for every event of the ledger.
 */
export function partsNamed({ type, data }: Event): readonly string[] {
  if (!type.startsWith(prefix) || typeof data.by !== "string") return [];
  const giver = data.by;
  const named: GivenPart[] = [];
  const add = (subject: unknown, commitment: unknown): void => {
    if (typeof subject === "string" && typeof commitment === "string") named.push({ subject, commitment, giver });
  };
  add(data.subject ?? data.household, data.content);
  add(data.person ?? data.household, data.proof);
  const { people } = data;
  if (Array.isArray(people)) for (const one of people) if (isFirstPart(one)) add(one.subject, one.content);
  return named.map(partSubject);
}

function isFirstPart(value: unknown): value is { readonly subject: Number64; readonly content: string } {
  return typeof value === "object" && value !== null && "subject" in value && "content" in value;
}
