import type { PersonName } from "@mingbai/identity/views";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { useNow } from "../../../ui/use-now.ts";
import { ActForm, ColleagueField } from "../../people/form-parts.tsx";
import { ProofField } from "../identity-proof/proof-field.tsx";
import { type RecentProof, useRecentProofs } from "../identity-proof/recent-proofs.ts";

/**
 * The household agrees: by its own person's key, or before the keeper with a colleague as witness, with what came of a comparison of
 * who stands there, where there was one.
 */
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
  const proofs = useRecentProofs(
    file.residents.map(({ person }) => person),
    useNow(),
  );
  const [compared, setCompared] = useState<RecentProof | undefined>(proofs[0]);
  const before = compared?.witness.account ?? witness?.account;
  const isOwn = file.purpose === "own";
  const plan = () => {
    if (!isOwn && before === undefined) return t("access.witness.missing");
    return {
      command: "registry.grantAccess",
      title: t("access.agreeing"),
      sentence: t("access.agree.sentence", { organisation: organisation[language], head: file.head }),
      input: () => ({
        household: file.household,
        organisation: organisation.id,
        ...(before !== undefined && { witness: before }),
        ...(compared !== undefined && { proof: compared.proof }),
      }),
    };
  };
  return (
    <ActForm title={t("access.agree", { organisation: organisation[language] })} plan={plan} close={close}>
      {!isOwn && session && (
        <>
          <p className="sm i2">{t("access.witness.why")}</p>
          <ProofField {...{ file, proofs, compared, onChange: setCompared }} />
          {compared === undefined && (
            <ColleagueField
              organisation={session.organisation}
              except={session.account}
              chosen={witness}
              onChange={setWitness}
            />
          )}
        </>
      )}
    </ActForm>
  );
}
