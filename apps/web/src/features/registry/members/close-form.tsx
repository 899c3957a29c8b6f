import { endings } from "@mingbai/registry/schema";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { BecauseField } from "./because-field.tsx";
import type { MemberFormProps } from "./member-form-props.ts";

/** The file ends; what it says stays, and it can be opened again. */
export function CloseForm({ file, close }: MemberFormProps) {
  const { t } = useText();
  const [because, setBecause] = useState<(typeof endings)[number]>("left");
  const plan = () => ({
    command: "registry.closeHousehold",
    title: t("members.closeHousehold"),
    sentence: t("members.closeHousehold.sentence", { head: file.head, because: t(`registry.ended.${because}`) }),
    input: () => ({ household: file.household, because }),
  });
  return (
    <ActForm title={t("members.closeHousehold")} plan={plan} close={close}>
      <BecauseField<(typeof endings)[number]>
        reasons={endings}
        because={because}
        nameOf={(one) => `registry.ended.${one}`}
        onChange={setBecause}
      />
    </ActForm>
  );
}
