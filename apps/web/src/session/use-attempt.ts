import { useCallback, useRef, useState } from "react";
import { useProblemWords } from "./problem-words.ts";

/** One thing at a time that may fail: whether it runs, and what went wrong the last time. */
export function useAttempt() {
  const wordsOf = useProblemWords();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<string>();
  const isRunning = useRef(false);
  const attempt = useCallback(
    async (act: () => Promise<void>): Promise<void> => {
      if (isRunning.current) return;
      isRunning.current = true;
      setRunning(true);
      setFault(undefined);
      try {
        await act();
      } catch (problem) {
        setFault(wordsOf(problem));
      } finally {
        isRunning.current = false;
        setRunning(false);
      }
    },
    [wordsOf],
  );
  return { running, fault, attempt };
}
