import { ProblemError } from "@mingbai/sdk/index";
import { useCallback } from "react";
import { useText } from "../i18n/use-text.ts";

/** What went wrong, in the page's language: the node's own words, or that it was not reached. */
export function useProblemWords(): (fault: unknown) => string {
  const { t, language } = useText();
  return useCallback(
    (fault) => {
      // What the browser says when a person turns its dialogue down, or lets it wait too long.
      if (fault instanceof DOMException) return t("session.declined");
      if (!(fault instanceof ProblemError)) return t("session.noConnection");
      return language === "zh" ? fault.detailZh : fault.message;
    },
    [t, language],
  );
}
