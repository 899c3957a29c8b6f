import { number64Pattern } from "@mingbai/codec/number64";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { ActForm } from "../../people/form-parts.tsx";
import { useWitnessed } from "../identity-proof/use-witnessed.ts";
import { WitnessFields } from "../identity-proof/witness-fields.tsx";
import type { MemberFormProps } from "./member-form-props.ts";
import { namesOf } from "./names-of.ts";
import { PersonChoice } from "./person-choice.tsx";

const accountChars = 16;

/** Somebody shows that an account is theirs, before a witness: from then on they see their own file. */
export function BindForm({ file, close }: MemberFormProps) {
  const { t } = useText();
  const [person, setPerson] = useState("");
  const [typed, setTyped] = useState("");
  const unbound = file.residents.filter(({ account }) => account === null);
  const witnessed = useWitnessed(person === "" ? [] : [person]);
  const { witness, compared } = witnessed;
  const account = typed.replaceAll(/\s/g, "").toLowerCase();
  const plan = () => {
    if (person === "") return t("members.missing.people");
    if (!number64Pattern.test(account)) return t("members.missing.account");
    if (witness === undefined) return t("access.witness.missing");
    return {
      command: "registry.bindAccount",
      title: t("members.bindAccount"),
      sentence: t("members.bindAccount.sentence", { name: namesOf(file, [person], ""), account }),
      input: () => ({ person, account, witness, ...(compared !== undefined && { proof: compared.proof }) }),
    };
  };
  if (unbound.length === 0) return <p className="state i2">{t("members.bindAccount.none")}</p>;
  return (
    <ActForm title={t("members.bindAccount")} plan={plan} close={close}>
      <p className="sm i2">{t("members.bindAccount.why")}</p>
      <PersonChoice people={unbound} person={person} onChange={setPerson} />
      <TextField
        name={t("members.account")}
        note={t("members.account.note")}
        charsMax={accountChars * 2}
        text={typed}
        onChange={setTyped}
      />
      <WitnessFields file={file} witnessed={witnessed} />
    </ActForm>
  );
}
