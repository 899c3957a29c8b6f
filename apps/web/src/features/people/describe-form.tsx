import { contactCharsMax, type PersonDetails, personNameCharsMax } from "@mingbai/identity/schema";
import { keepContent } from "@mingbai/sdk/contents";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { nodeClient } from "../../session/node-client.ts";
import { Field } from "./field.tsx";
import { ActForm } from "./form-parts.tsx";
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
      <Field name={t("people.name")} note={t("people.name.note")}>
        {(id) => (
          <input
            id={id}
            className="field"
            autoComplete="off"
            maxLength={personNameCharsMax}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field name={t("people.contact")} note={t("people.contact.note")}>
        {(id) => (
          <input
            id={id}
            className="field"
            autoComplete="off"
            maxLength={contactCharsMax}
            value={contact}
            onChange={(event) => setContact(event.target.value)}
          />
        )}
      </Field>
    </ActForm>
  );
}
