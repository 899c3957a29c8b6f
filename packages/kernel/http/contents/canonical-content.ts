import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { contentBytesMax } from "../contents-views.ts";
import { contentProblem, refuseContent } from "./content-refusal.ts";

/** The JSON of a request as a content. Throws the problems CONTENT_FORM, CONTENT_TOO_LARGE. */
export function canonicalContent(json: Readonly<Record<string, unknown>>): CanonicalObject {
  const content = json as CanonicalObject;
  const bytes = lengthOf(content);
  if (bytes === undefined) throw contentProblem(refuseContent("CONTENT_FORM"));
  if (bytes > contentBytesMax)
    throw contentProblem(refuseContent("CONTENT_TOO_LARGE", { bytes, bytesMax: contentBytesMax }));
  return content;
}

function lengthOf(content: CanonicalObject): number | undefined {
  try {
    return canonicalBytes(content).length;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
