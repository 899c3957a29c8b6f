import type { FreezeRow } from "@mingbai/treasury/views/freezes";
import { useText } from "../../i18n/use-text.ts";
import { usePartyName } from "../../ui/party-name.tsx";

const signsShown = 16;

/** What may be frozen, in the page's language: for sentences, and for rows. */
export function useTargetWords() {
  const { t } = useText();
  const partyName = usePartyName();
  const subjectOf = ({ target }: FreezeRow): string => {
    if (target.kind === "tranche") return String(target.tranche);
    return target.kind === "account" ? target.account : target.voucher.slice(0, signsShown);
  };
  const holderOf = ({ party }: FreezeRow): string => partyName(party) || party.account;
  return {
    subjectOf,
    holderOf,
    kindOf: (row: FreezeRow): string =>
      row.target.kind === "tranche"
        ? t("regulator.tranche", { tranche: row.target.tranche })
        : t(`regulator.${row.target.kind}`),
    nameOf(row: FreezeRow): string {
      const name = holderOf(row);
      if (row.target.kind === "account") return t("regulator.name.account", { name });
      if (row.target.kind === "voucher") return t("regulator.name.voucher", { name, voucher: subjectOf(row) });
      return t("regulator.name.tranche", { name, fund: row.fund?.name ?? "", tranche: row.target.tranche });
    },
  };
}
