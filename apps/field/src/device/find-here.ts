import type { Place } from "./metres-between.ts";

const waitMsMax = 10_000;
/** A place of the last minute is where somebody still stands. */
const ageMsMax = 60_000;
const millionths = 1_000_000;

/** Where the phone is; undefined where it may not say, or does not find out in ten seconds. */
export function findHere(): Promise<Place | undefined> {
  if (!("geolocation" in navigator)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve([Math.round(coords.latitude * millionths), Math.round(coords.longitude * millionths)]),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: waitMsMax, maximumAge: ageMsMax },
    );
  });
}
