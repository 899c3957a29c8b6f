import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { ColleagueField } from "../../people/form-parts.tsx";
import { ProofField } from "./proof-field.tsx";
import type { Witnessed } from "./use-witnessed.ts";

/** Which comparison goes into the act, or which colleague stands by where there was none. */
export function WitnessFields({ file, witnessed }: { file: HouseholdFile; witnessed: Witnessed }) {
  const { t } = useText();
  const session = useSession();
  const { proofs, compared, setCompared, colleague, setColleague } = witnessed;
  if (!session) return null;
  return (
    <>
      <ProofField {...{ file, proofs, compared, onChange: setCompared }} />
      {compared === undefined && (
        <ColleagueField
          name={t("identity.witness")}
          organisation={session.organisation}
          except={session.account}
          chosen={colleague}
          onChange={setColleague}
        />
      )}
    </>
  );
}
