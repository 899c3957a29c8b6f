import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { useWitnessed } from "../identity-proof/use-witnessed.ts";
import { WitnessFields } from "../identity-proof/witness-fields.tsx";

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
  const witnessed = useWitnessed(file.residents.map(({ person }) => person));
  const { witness, compared } = witnessed;
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
        ...(witness !== undefined && { witness }),
        ...(compared !== undefined && { proof: compared.proof }),
      }),
    };
  };
  return (
    <ActForm title={t("access.agree", { organisation: organisation[language] })} plan={plan} close={close}>
      {!isOwn && (
        <>
          <p className="sm i2">{t("access.witness.why")}</p>
          <WitnessFields file={file} witnessed={witnessed} />
        </>
      )}
    </ActForm>
  );
}
