import { areasView } from "@mingbai/identity/views";
import type { OfferRow } from "@mingbai/treasury/views/offers";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useOrganisationName } from "../../ui/organisation-names.ts";

/** Who may take an offer and where it is spent, in words. */
export function useAudienceWords() {
  const { t, language } = useText();
  const organisationName = useOrganisationName();
  const areas = useView(areasView, {}).data?.rows ?? [];
  const areaName = (id: string) => areas.find((row) => row.id === id)?.name[language] ?? id;
  return {
    areas,
    areaName,
    who({ takers }: Pick<OfferRow, "takers">): string {
      switch (takers.kind) {
        case "anyone":
          return t("audience.anyone");
        case "residents":
          return t("audience.residents", { area: areaName(takers.area) });
        case "organisation":
          return t("audience.organisation", { organisation: organisationName(takers.organisation) });
      }
    },
    where({ merchants }: Pick<OfferRow, "merchants">): string {
      switch (merchants.kind) {
        case "registered":
          return t("shops.registered");
        case "area":
          return t("shops.area", { area: areaName(merchants.area) });
        case "listed":
          return t("shops.listed", { count: merchants.accounts.length });
      }
    },
  };
}
