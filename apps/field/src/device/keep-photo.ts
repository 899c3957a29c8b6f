import { shrinkPhoto } from "@mingbai/app-web/src/ui/shrink-photo";
import { fileIdOf } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { newSalt } from "@mingbai/sdk/contents";
import { keepSealedBytes } from "../keep/sealed-store.ts";
import type { Photo } from "../outbox/record.ts";
import { findHere } from "./find-here.ts";
import { metresBetween, type Place } from "./metres-between.ts";

/**
 * Makes a photo small and keeps it sealed in the phone under the identity that it will have at the node. Throws DOMException
 * where the browser cannot read it or has no room.
 */
export async function keepPhoto(picture: Blob, house: Place | undefined): Promise<Photo> {
  const [bytes, here] = await Promise.all([shrinkPhoto(picture), house === undefined ? undefined : findHere()]);
  const salt = newSalt();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const file = toHex(fileIdOf({ salt, digest }));
  await keepSealedBytes("photos", file, bytes);
  const metres = house && here && metresBetween(house, here);
  return { file, salt: toHex(salt), bytes: bytes.length, ...(metres !== undefined && { metres }) };
}
