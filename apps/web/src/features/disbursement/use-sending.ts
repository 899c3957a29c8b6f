import { BatchRefusedError } from "@mingbai/sdk/disbursement/send-batches";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useProblemWords } from "../../session/problem-words.ts";
import { useSession } from "../../session/use-session.ts";
import type { KeptList } from "./list-store.ts";
import { BatchLostError, SentElsewhereError, sendList } from "./send-list.ts";

/** Sending a list: whether it runs, how many batches are there, and what went wrong the last time. */
export function useSending() {
  const { t } = useText();
  const session = useSession();
  const wordsOf = useProblemWords();
  const queries = useQueryClient();
  const isRunning = useRef(false);
  const [running, setRunning] = useState(false);
  const [sent, setSent] = useState(0);
  const [fault, setFault] = useState<string>();

  const explain = useCallback(
    (problem: unknown): string => {
      if (problem instanceof SentElsewhereError) return t("list.send.elsewhere");
      if (problem instanceof BatchLostError) return t("list.send.lost");
      if (problem instanceof BatchRefusedError) return t("list.send.refused", { code: problem.code });
      return wordsOf(problem);
    },
    [t, wordsOf],
  );

  const send = useCallback(
    async (list: KeptList) => {
      if (isRunning.current || session === undefined) return;
      isRunning.current = true;
      setRunning(true);
      setFault(undefined);
      try {
        await sendList(session.keyId, list, setSent);
      } catch (problem) {
        setFault(explain(problem));
      } finally {
        isRunning.current = false;
        setRunning(false);
        await queries.invalidateQueries();
      }
    },
    [session, explain, queries],
  );
  return { running, sent, fault, send };
}
