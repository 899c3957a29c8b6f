import { useText } from "../../../i18n/use-text.ts";
import { BasisInput } from "./basis-input.tsx";
import type { DraftBasis } from "./household-draft.ts";

export const noBasis: DraftBasis = { isSingle: false, fields: {} };

/** Where what is filled in comes from: said once for all of it, and where somebody wants to, field by field. */
export function BasisPart({ basis, onBasis }: { basis: DraftBasis; onBasis(basis: DraftBasis): void }) {
  const { t } = useText();
  return (
    <div className="form-field row wrap basis-part">
      <BasisInput
        id="basis-all"
        of={t("form.basis.all")}
        basis={basis.all}
        onChange={(all) => {
          const { all: _, ...rest } = basis;
          onBasis(all === undefined ? rest : { ...rest, all });
        }}
      />
      <label className="row sm">
        <input
          type="checkbox"
          checked={basis.isSingle}
          onChange={({ target }) => onBasis({ ...basis, isSingle: target.checked })}
        />
        {t("form.basis.single")}
      </label>
    </div>
  );
}
