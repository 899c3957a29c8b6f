import { type Basis, basisKinds, basisWordsCharsMax } from "@mingbai/registry/content/file/basis";
import { useText } from "../../../i18n/use-text.ts";

/** Where something comes from: one of a few kinds, and which one in a few words. Nothing need be said. */
export function BasisInput({
  id,
  of,
  basis,
  onChange,
}: {
  id: string;
  /** What it is about, for who does not see the field above. */
  of: string;
  basis: Basis | undefined;
  onChange(basis: Basis | undefined): void;
}) {
  const { t } = useText();
  return (
    <span className="basis-input row">
      <label className="sm i3" htmlFor={id}>
        {t("form.basis")}
        <span className="sr"> {of}</span>
      </label>
      <select
        id={id}
        className="field sm"
        value={basis?.kind ?? ""}
        onChange={({ target }) => {
          const kind = basisKinds.find((one) => one === target.value);
          onChange(kind === undefined ? undefined : { ...basis, kind });
        }}
      >
        <option value="">{t("form.basis.none")}</option>
        {basisKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`basis.${kind}`)}
          </option>
        ))}
      </select>
      {basis !== undefined && (
        <input
          className="field sm"
          aria-label={t("form.basis.words", { of })}
          placeholder={t("form.basis.which")}
          autoComplete="off"
          maxLength={basisWordsCharsMax}
          value={basis.words ?? ""}
          onChange={({ target }) =>
            onChange({ kind: basis.kind, ...(target.value.trim() !== "" && { words: target.value }) })
          }
        />
      )}
    </span>
  );
}
