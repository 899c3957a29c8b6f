import { organisationsView } from "@mingbai/identity/views";
import { useView } from "../api/use-view.ts";
import { useText } from "../i18n/use-text.ts";

/** The name of an organisation by its id, in the page's language; the id itself until names are there. */
export function useOrganisationName(): (id: string) => string {
  const { language } = useText();
  const asked = useView(organisationsView, {});
  return (id) => asked.data?.rows.find((row) => row.id === id)?.name[language] ?? id;
}
