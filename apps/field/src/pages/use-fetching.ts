import { useState } from "react";
import { takeAlong } from "../files/take-along.ts";
import { useText } from "../i18n/use-text.ts";
import { judgeTrouble } from "../ledger/trouble.ts";
import { haveSession } from "../person/session.ts";
import { goTo } from "../ui/route.ts";

/** Fetching files, how far it is, and why it stopped in words. */
export function useFetching() {
  const { language } = useText();
  const [progress, setProgress] = useState<{ done: number; count: number }>();
  const [fault, setFault] = useState<string>();
  const fetchAll = async (households: readonly string[]): Promise<void> => {
    if (progress !== undefined) return;
    setFault(undefined);
    setProgress({ done: 0, count: households.length });
    try {
      if (!(await haveSession())) return goTo("sign-in");
      let done = 0;
      await takeAlong(households, () => setProgress({ done: ++done, count: households.length }));
    } catch (problem) {
      setFault(judgeTrouble(problem).trouble[language]);
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, fault, fetchAll };
}
