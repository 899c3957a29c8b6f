import { useText } from "../i18n/use-text.ts";

/** As much of a party as its name on a page needs; names of persons come masked from the server. */
export interface NamedParty {
  readonly name: string;
  readonly nature: "organisation" | "person" | "many" | "bank";
}

/** The name to print: redacted people are one account, named in the page's language. */
export function usePartyName(): (party: NamedParty) => string {
  const { t } = useText();
  return (party) => (party.nature === "many" ? t("ui.many") : party.name);
}
