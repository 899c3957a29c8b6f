import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { personName } from "../file/household-words.ts";
import type { RecentProof } from "./recent-proofs.ts";

/** Which comparison goes into the act, with the witness whom it was before; nothing where there was none. */
export function ProofField({
  file,
  proofs,
  compared,
  onChange,
}: {
  file: HouseholdFile;
  proofs: readonly RecentProof[];
  compared: RecentProof | undefined;
  onChange(proof: RecentProof | undefined): void;
}) {
  const { t } = useText();
  const { time } = useFormat();
  if (proofs.length === 0) return null;
  const wordsOf = ({ person, match, madeMs }: RecentProof) => {
    const name = personName(file.residents.find((one) => one.person === person)?.values ?? {});
    const matched = t(`identity.match.${match}`, { name });
    return t("identity.with.one", { match: matched, when: time(madeMs) });
  };
  return (
    <Field
      name={t("identity.with")}
      {...(compared && { note: t("identity.with.witness", { witness: compared.witness.name }) })}
    >
      {(id) => (
        <select
          id={id}
          className="field"
          value={compared?.proof ?? ""}
          onChange={({ target }) => onChange(proofs.find(({ proof }) => proof === target.value))}
        >
          {proofs.map((one) => (
            <option key={one.proof} value={one.proof}>
              {wordsOf(one)}
            </option>
          ))}
          <option value="">{t("identity.with.none")}</option>
        </select>
      )}
    </Field>
  );
}
