import type { MatterParty } from "@mingbai/workflow/views";
import { useOrganisationName } from "../../ui/organisation-names.ts";

/** Someone in a matter, as a line of text: their organisation, where they act for one, and their name. */
export function usePartyText(): (party: MatterParty) => string {
  const organisationName = useOrganisationName();
  return ({ name, organisation }) => {
    if (organisation === "") return name;
    const full = organisationName(organisation);
    return name === "" || name === full ? full : `${full} ${name}`;
  };
}
