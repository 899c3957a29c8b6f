import { freezeSubject } from "@mingbai/treasury/schema";
import type { FreezeRow } from "@mingbai/treasury/views/freezes";
import { useText } from "../../i18n/use-text.ts";
import { usePartyName } from "../../ui/party-name.tsx";

const signsShown = 16;

/** What may be frozen, in the page's language: for sentences, and for rows. */
export function useTargetWords() {
  const { t } = useText();
  const partyName = usePartyName();
  const subjectOf = ({ target }: FreezeRow): string => freezeSubject(target).slice(0, signsShown);
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
      const fund = row.fund?.name ?? "";
      switch (row.target.kind) {
        case "account":
          return t("regulator.name.account", { name });
        case "voucher":
          return t("regulator.name.voucher", { name, voucher: subjectOf(row) });
        case "tranche":
          return t("regulator.name.tranche", { name, fund, tranche: row.target.tranche });
        case "fund":
          return t("regulator.name.fund", { fund });
        case "manifest":
          return t("regulator.name.manifest", { fund, manifest: subjectOf(row) });
      }
    },
  };
}
