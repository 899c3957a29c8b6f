import { type Entry, nothing } from "./entry.ts";
import { findExactDecimal, scaled } from "./exact-decimal.ts";
import { entryFault } from "./faults.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

export const microdegrees = 6;
export const latitudeMax = 90_000_000;
export const longitudeMax = 180_000_000;

/** Latitude and longitude in degrees, in millionths. Where only the other order can be meant (longitude first), it is. */
export function readPlace(text: string): Entry {
  const plain = plainEntry(text);
  if (saysNothing(plain)) return nothing;
  const numbers = plain
    .replace(/[°度]/g, "")
    .split(/\s*[,，;；\s/]\s*/u)
    .map((part) => findExactDecimal(part.replace(/^[NE北东]?(?:纬|经)?/i, "").replace(/[NE]$/i, "")));
  const [one, other, more] = numbers.map((number) =>
    number === undefined ? undefined : scaled(number, { places: microdegrees }).whole,
  );
  if (one === undefined || other === undefined || numbers.length !== 2 || more !== undefined)
    return entryFault("PLACE_UNREADABLE", { text: plain.slice(0, 60) });
  const [latitude, longitude] = Math.abs(one) > latitudeMax ? [other, one] : [one, other];
  const isPlace = Math.abs(latitude) <= latitudeMax && Math.abs(longitude) <= longitudeMax;
  return isPlace ? { value: [latitude, longitude] } : entryFault("PLACE_UNREADABLE", { text: plain.slice(0, 60) });
}
