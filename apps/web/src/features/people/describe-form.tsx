import { contactCharsMax, type PersonDetails } from "@mingbai/identity/schema";
import { keepContent } from "@mingbai/sdk/contents";
import { useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";
import { ActForm } from "./form-parts.tsx";
import { NameField } from "./name-field.tsx";
import type { PersonInHand } from "./person-in-hand.ts";

/** Another name or contact. Both go to this node's vault; the ledger gets a commitment. */
export function DescribeForm({ person, close }: { person: PersonInHand; close(): void }) {
  const { t } = useText();
  const [name, setName] = useState(person.name);
  const [contact, setContact] = useState(person.contact);
  const plan = () => {
    if (name.trim() === "") return t("people.need.name");
    const content: PersonDetails = { kind: "personDetails", name: name.trim(), contact: contact.trim() };
    let details = "";
    return {
      command: "identity.describePerson",
      title: t("people.describe"),
      sentence: t("people.sentence.describe", {
        person: content.name,
        contact: content.contact === "" ? t("people.contact.none") : content.contact,
      }),
      before: async () => {
        details = (await keepContent(nodeClient, content)).commitment;
      },
      input: () => ({ account: person.account, details }),
    };
  };
  return (
    <ActForm title={t("people.describe")} plan={plan} close={close}>
      <NameField name={name} onChange={setName} />
      <TextField
        name={t("people.contact")}
        note={t("people.contact.note")}
        charsMax={contactCharsMax}
        text={contact}
        onChange={setContact}
      />
    </ActForm>
  );
}
