import type { Before } from "@mingbai/governance/views";
import { findRosterNote } from "@mingbai/ledger/proofs/roster-note";
import type { FundPair, TieChange } from "@mingbai/levels/schema";
import { useText } from "../../i18n/use-text.ts";
import type { ChangeLine } from "./change-line.ts";

/** The whole of a ledger's number, as people compare it and as it breaks into lines. */
const grouped = (hex: string) => hex.replace(/(.{8})(?=.)/g, "$1 ");

/** What a proposal changes of the tie to another ledger: which it is, what it is to this one, who keeps it, which funds go there. */
export function useTieLines(): (tie: TieChange, before: Before["tie"]) => readonly ChangeLine[] {
  const { t, language } = useText();
  const join = (words: readonly string[]) => words.join(language === "zh" ? "、" : ", ");
  const none = t("governance.tie.none");
  const fundsText = (funds: readonly FundPair[] | undefined) =>
    funds === undefined || funds.length === 0
      ? none
      : join(funds.map(({ own, theirs }) => t("governance.tie.fund", { own, theirs })));
  // A roster of another ledger is named by its organisations as that ledger calls them.
  const keepersOf = (roster: string) =>
    join(findRosterNote(roster)?.roster.members.map(({ organisation }) => organisation) ?? []);
  const standing = (before: Before["tie"]) => (before === undefined ? none : t(`levels.state.${before.state}`));
  return (tie, before) => {
    const name = before === undefined ? "" : `${before.name} `;
    const ledger = { what: t("governance.tie.ledger"), before: "", after: `${name}${grouped(tie.ledger)}` };
    const keepers = { what: t("governance.tie.keepers"), before: join(before?.keepers ?? []) || none };
    switch (tie.kind) {
      case "join":
        return [
          ledger,
          { what: t("governance.tie.as"), before: none, after: t(`levels.as.${tie.as}`) },
          { ...keepers, after: keepersOf(tie.roster) },
          { what: t("governance.tie.funds"), before: none, after: fundsText(tie.funds) },
        ];
      case "roster":
        return [ledger, { ...keepers, after: keepersOf(tie.roster) }];
      case "funds":
        return [
          ledger,
          { what: t("governance.tie.funds"), before: fundsText(before?.funds), after: fundsText(tie.funds) },
        ];
      case "close":
        return [
          ledger,
          { what: t("governance.row.standing"), before: standing(before), after: t("levels.state.closed") },
        ];
    }
  };
}
