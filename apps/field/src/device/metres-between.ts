/** Latitude and longitude in millionths of a degree (WGS 84). */
export type Place = readonly [latitude: number, longitude: number];

/** Mean radius of the earth (IUGG). */
const earthMetres = 6_371_009;
const radians = Math.PI / 180 / 1_000_000;

/**
 * Metres between two places on a sphere, by the haversine formula (R. W. Sinnott, Sky & Telescope 68, 1984); within half a
 * percent of the ellipsoid, which is less than a phone's own doubt about where it is.
 */
export function metresBetween([latitude, longitude]: Place, [otherLatitude, otherLongitude]: Place): number {
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2;
  const haversine =
    half(latitude, otherLatitude) +
    Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * half(longitude, otherLongitude);
  return Math.round(2 * earthMetres * Math.asin(Math.sqrt(haversine)));
}

/** A place as a file has it, or undefined where it is none. */
export function findPlace(value: unknown): Place | undefined {
  if (!Array.isArray(value)) return undefined;
  const [latitude, longitude]: unknown[] = value;
  return typeof latitude === "number" && typeof longitude === "number" ? [latitude, longitude] : undefined;
}
