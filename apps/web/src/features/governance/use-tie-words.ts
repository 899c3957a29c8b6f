import type { FundPair } from "@mingbai/levels/schema";
import { useText } from "../../i18n/use-text.ts";

/** Parts of a tie to another ledger in words: which it is, who keeps it, which funds go there. */
export function useTieWords() {
  const { t, language } = useText();
  const join = (words: readonly string[]) =>
    words.length === 0 ? t("governance.tie.none") : words.join(language === "zh" ? "、" : ", ");
  return {
    /** The whole of a ledger's number, as people compare it and as it breaks into lines. */
    ledgerText: (hex: string) => hex.replace(/(.{8})(?=.)/g, "$1 "),
    fundsText: (funds: readonly FundPair[]) =>
      join(funds.map(({ own, theirs }) => t("governance.tie.fund", { own, theirs }))),
    /** A roster of another ledger is named by its organisations as that ledger calls them. */
    keepersText: (members: readonly { readonly organisation: string }[]) =>
      join(members.map(({ organisation }) => organisation)),
  };
}
