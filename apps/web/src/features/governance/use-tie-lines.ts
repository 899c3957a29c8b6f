import type { Before } from "@mingbai/governance/views";
import { findRosterNote } from "@mingbai/ledger/proofs/roster-note";
import type { TieChange } from "@mingbai/levels/schema";
import { useText } from "../../i18n/use-text.ts";
import type { ChangeLine } from "./change-line.ts";
import { useTieWords } from "./use-tie-words.ts";

/** What a proposal changes of the tie to another ledger: which it is, what it is to this one, who keeps it, which funds go there. */
export function useTieLines(): (tie: TieChange, before: Before["tie"]) => readonly ChangeLine[] {
  const { t } = useText();
  const { ledgerText, fundsText, keepersText } = useTieWords();
  const none = t("governance.tie.none");
  const standing = (before: Before["tie"]) => (before === undefined ? none : t(`levels.state.${before.state}`));
  return (tie, before) => {
    const name = before === undefined ? "" : `${before.name} `;
    const ledger = { what: t("governance.tie.ledger"), before: "", after: `${name}${ledgerText(tie.ledger)}` };
    const keepersBefore = keepersText((before?.keepers ?? []).map((organisation) => ({ organisation })));
    // Where only keys change, the epoch is what tells one roster from the other.
    const keepers = (text: string): readonly ChangeLine[] => {
      const roster = findRosterNote(text)?.roster;
      return [
        { what: t("governance.tie.keepers"), before: keepersBefore, after: keepersText(roster?.members ?? []) },
        {
          what: t("governance.tie.epoch"),
          before: "",
          after: t("governance.tie.epoch.of", { epoch: roster?.epoch ?? 0 }),
        },
      ];
    };
    switch (tie.kind) {
      case "join":
        return [
          ledger,
          { what: t("governance.tie.as"), before: none, after: t(`levels.as.${tie.as}`) },
          ...keepers(tie.roster),
          { what: t("governance.tie.funds"), before: none, after: fundsText(tie.funds) },
        ];
      case "roster":
        return [ledger, ...keepers(tie.roster)];
      case "funds":
        return [
          ledger,
          { what: t("governance.tie.funds"), before: fundsText(before?.funds ?? []), after: fundsText(tie.funds) },
        ];
      case "close":
        return [
          ledger,
          { what: t("governance.row.standing"), before: standing(before), after: t("levels.state.closed") },
        ];
    }
  };
}
