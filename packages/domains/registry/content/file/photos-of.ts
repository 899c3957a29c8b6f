import { SubjectPart } from "./part.ts";
import type { Value } from "./value.ts";

const fileId = /^[0-9a-f]{64}$/;

/** Identities of files that a text about a subject names; empty where it is no part of a file. */
export interface NamedPhotos {
  /** What stood there before, as the writer saw it. */
  readonly seen: readonly string[];
  /** What the writer put there; who put a photo first is who had sent it. */
  readonly put: readonly string[];
}

/** The photos of a part, by what its fields are from and what they are to. Browser-safe. */
export function photosOf(content: unknown): NamedPhotos {
  const changes = Object.values(SubjectPart.safeParse(content).data?.sets ?? {});
  const seen = changes.flatMap(({ from }) => filesIn(from));
  const put = changes.flatMap(({ from, to }) => {
    const before = new Set(filesIn(from));
    return filesIn(to).filter((file) => !before.has(file));
  });
  return { seen, put };
}

function filesIn(value: Value | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === "string").filter((item) => fileId.test(item));
}
