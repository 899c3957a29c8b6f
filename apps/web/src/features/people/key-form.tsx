import { KeySlip } from "@mingbai/identity/schema";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../../ui/field.tsx";
import { hashText } from "../../ui/hash.tsx";
import { ActForm } from "./form-parts.tsx";
import type { PersonInHand } from "./person-in-hand.ts";
import { usePeopleWords } from "./use-people-words.ts";

/** A key that the person made on their own device, from the slip that their page gave them. */
export function KeyForm(props: { person: PersonInHand; close(): void }) {
  return <SlipForm {...props} isRecovery={false} />;
}

/** The same where all earlier keys are lost. */
export function RecoveryForm(props: { person: PersonInHand; close(): void }) {
  return <SlipForm {...props} isRecovery />;
}

function SlipForm({ person, close, isRecovery }: { person: PersonInHand; close(): void; isRecovery: boolean }) {
  const { t } = useText();
  const { nameText } = usePeopleWords();
  const [text, setText] = useState("");
  const plan = () => {
    const slip = readSlip(text);
    if (slip === undefined) return t("people.slip.bad");
    if (isRecovery) {
      return {
        command: "identity.proposeRecovery",
        title: t("people.recovery"),
        sentence: t("people.sentence.recover", { person: nameText(person), key: hashText(slip.keyId) }),
        input: () => ({ ...slip, account: person.account }),
      };
    }
    return {
      command: "identity.registerKey",
      title: t("people.key"),
      sentence: t("people.sentence.key", { person: nameText(person), key: hashText(slip.keyId) }),
      input: (fromHeight: number) => ({ ...slip, account: person.account, fromHeight }),
    };
  };
  return (
    <ActForm title={isRecovery ? t("people.recovery") : t("people.key")} plan={plan} close={close}>
      <Field name={t("people.slip")} note={t("people.slip.note")}>
        {(id) => (
          <textarea
            id={id}
            className="field mono"
            rows={6}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </ActForm>
  );
}

function readSlip(text: string): KeySlip | undefined {
  try {
    const read = KeySlip.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
