import { chainView } from "@mingbai/http/ledger-views";
import { useMemo, useState } from "react";
import { useView } from "../../../api/use-view.ts";
import { findDeviceMatcher } from "./find-device-matcher.ts";
import type { BiometricMatcher } from "./matcher.ts";
import { standInMatcher } from "./stand-in-matcher.ts";

/** `word`: what stands for a face where the matcher is the demo's stand-in; `say` puts another before it. */
export type MatcherHere =
  | { readonly kind: "device"; readonly matcher: BiometricMatcher }
  | { readonly kind: "standIn"; readonly matcher: BiometricMatcher; readonly word: string; say(word: string): void }
  | { readonly kind: "none" };

/** Which matcher this page has; on a ledger of the demo a stand-in where the device has none. */
export function useMatcher(): MatcherHere {
  const { data } = useView(chainView, {});
  const [word, setWord] = useState("");
  const before = useMemo(() => ({ word: "" }), []);
  const device = useMemo(findDeviceMatcher, []);
  const standIn = useMemo(() => standInMatcher(before), [before]);
  if (device !== undefined) return { kind: "device", matcher: device };
  if (data?.demo !== true) return { kind: "none" };
  const say = (next: string): void => {
    before.word = next.trim();
    setWord(next);
  };
  return { kind: "standIn", matcher: standIn, word, say };
}
