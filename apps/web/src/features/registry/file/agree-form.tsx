import type { PersonName } from "@mingbai/identity/views";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { ActForm, ColleagueField } from "../../people/form-parts.tsx";

/** The household agrees: by its own person's key, or before the keeper with a colleague as witness. */
export function AgreeForm({
  file,
  organisation,
  close,
}: {
  file: HouseholdFile;
  organisation: { readonly id: string; readonly en: string; readonly zh: string };
  close(): void;
}) {
  const { t, language } = useText();
  const session = useSession();
  const [witness, setWitness] = useState<PersonName>();
  const isOwn = file.purpose === "own";
  const plan = () => {
    if (!isOwn && witness === undefined) return t("access.witness.missing");
    return {
      command: "registry.grantAccess",
      title: t("access.agreeing"),
      sentence: t("access.agree.sentence", { organisation: organisation[language], head: file.head }),
      input: () => ({
        household: file.household,
        organisation: organisation.id,
        ...(witness !== undefined && { witness: witness.account }),
      }),
    };
  };
  return (
    <ActForm title={t("access.agree", { organisation: organisation[language] })} plan={plan} close={close}>
      {!isOwn && session && (
        <>
          <p className="sm i2">{t("access.witness.why")}</p>
          <ColleagueField
            organisation={session.organisation}
            except={session.account}
            chosen={witness}
            onChange={setWitness}
          />
        </>
      )}
    </ActForm>
  );
}
