import type { FieldType } from "../form/definition.ts";
import { type Entry, nothing } from "./entry.ts";
import { entryFault } from "./faults.ts";

/** How a file is named: letters, digits and hyphens. */
export const photoId = /^[A-Za-z0-9-]{16,80}$/;

/** Ids of files, apart by spaces, as an export writes them. Names of pictures beside a list are none. */
export function readPhotos({ countMax }: Extract<FieldType, { type: "photos" }>, text: string): Entry {
  const ids = text.split(/\s+/).filter((id) => id !== "");
  if (ids.length === 0) return nothing;
  if (!ids.every((id) => photoId.test(id))) return entryFault("PHOTOS_UNREADABLE");
  return ids.length > countMax ? entryFault("PHOTOS_TOO_MANY", { count: ids.length, max: countMax }) : { value: ids };
}
