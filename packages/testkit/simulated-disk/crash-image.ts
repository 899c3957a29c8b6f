/**
 * What of the unsynced changes survives a crash.
 * `lost`: none. `reordered`: a random subset of sectors. `torn`: all but the end of the last write.
 * `zeroed`: all, but one of the sectors is zero. `stale`: all, but one of the sectors shows what was there before.
 */
export type CrashImage =
  | { readonly kind: "lost" }
  | { readonly kind: "reordered" }
  | { readonly kind: "torn"; readonly at: "nothing" | "half" | "allButOne" }
  | { readonly kind: "zeroed" }
  | { readonly kind: "stale" };

/** Every image, the torn one at each of its three places. */
export const crashImages: readonly CrashImage[] = [
  { kind: "lost" },
  { kind: "reordered" },
  { kind: "torn", at: "nothing" },
  { kind: "torn", at: "half" },
  { kind: "torn", at: "allButOne" },
  { kind: "zeroed" },
  { kind: "stale" },
];
