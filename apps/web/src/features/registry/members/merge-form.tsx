import type { HouseholdLine } from "@mingbai/registry/views/households";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { HouseholdChoice } from "./household-choice.tsx";
import type { MemberFormProps } from "./member-form-props.ts";

/** Everyone goes over to another household, and the file of this one ends. */
export function MergeForm({ file, close }: MemberFormProps) {
  const { t } = useText();
  const [to, setTo] = useState<HouseholdLine>();
  const plan = () => {
    if (to === undefined) return t("members.missing.household");
    return {
      command: "registry.mergeHouseholds",
      title: t("members.mergeHouseholds"),
      sentence: t("members.mergeHouseholds.sentence", { from: file.head, to: to.head, number: to.number }),
      input: () => ({ from: file.household, to: to.household }),
    };
  };
  return (
    <ActForm title={t("members.mergeHouseholds")} plan={plan} close={close}>
      <HouseholdChoice except={file.household} chosen={to} onChange={setTo} />
    </ActForm>
  );
}
