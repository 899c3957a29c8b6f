import { MatcherId, Trait } from "@mingbai/registry/content/texts/identity-proof";
import { z } from "zod";
import type { BiometricMatcher } from "./matcher.ts";

/** Under which name the browser of a village's device, or an extension in it, offers its matcher to these pages. */
const offeredAs = "mingbaiMatcher";

/** What the port asks for can be seen from outside, but for what its two functions do. */
const Offered = z.object({
  id: MatcherId,
  traits: z.array(Trait).min(1),
  capture: z.custom<BiometricMatcher["capture"]>((value) => typeof value === "function"),
  compare: z.custom<BiometricMatcher["compare"]>((value) => typeof value === "function"),
});

/** The matcher of this device; undefined in a usual browser, and where what is offered does not fit the port. */
export function findDeviceMatcher(): BiometricMatcher | undefined {
  const offered: unknown = Reflect.get(globalThis, offeredAs);
  const read = Offered.safeParse(offered);
  if (!read.success) return undefined;
  const { id, traits, capture, compare } = read.data;
  return {
    id,
    traits,
    capture: (trait) => capture.call(offered, trait),
    compare: (reference, probe) => compare.call(offered, reference, probe),
  };
}
