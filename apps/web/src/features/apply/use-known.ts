import { organisationsView } from "@mingbai/identity/views";
import { ownPlacesView } from "@mingbai/treasury/views/acts";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { askedTogether } from "../../ui/asked-together.ts";

/** What the form need not ask: who applies, their accounts, the funds, and whom they can ask. */
export function useKnown() {
  const { language } = useText();
  const session = useSession();
  const places = useView(ownPlacesView, {}, { off: session === undefined });
  const organisations = useView(organisationsView, {}, { off: session === undefined });
  // Who acts for themselves alone applies in their own name.
  const isPersonal =
    session?.roles.includes("individual") &&
    !session.roles.includes("projectManager") &&
    !session.roles.includes("supplier");
  const own = session?.organisation ?? "";
  return {
    applicant: (isPersonal ? undefined : session?.organisationName?.[language]) ?? session?.name ?? "",
    accounts: (places.data?.accounts ?? []).map(({ account, name }) => ({ account, name })),
    funds: places.data?.funds ?? [],
    addressees: (organisations.data?.rows ?? [])
      .filter(({ id }) => id !== own)
      .map(({ id, name }) => ({ id, name: name[language] })),
    asked: askedTogether([places, organisations], places.data && organisations.data ? true : undefined),
  };
}

export type Known = ReturnType<typeof useKnown>;
