import { type BasisKind, basisKinds } from "@mingbai/registry/content/file/basis";
import { useText } from "../i18n/use-text.ts";

/** Where an answer comes from; nothing need be said. `fallback`: what counts where nothing is. */
export function BasisChoice({
  id,
  label,
  kind,
  fallback,
  choose,
}: {
  id: string;
  label: string;
  kind: BasisKind | undefined;
  fallback?: BasisKind | undefined;
  choose(kind: BasisKind | undefined): void;
}) {
  const { t } = useText();
  return (
    <p className="basis">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={kind ?? ""}
        onChange={({ target }) => choose(basisKinds.find((one) => one === target.value))}
      >
        <option value="">{fallback === undefined ? t("visit.basis.none") : t(`basis.${fallback}`)}</option>
        {basisKinds
          .filter((one) => one !== fallback)
          .map((one) => (
            <option key={one} value={one}>
              {t(`basis.${one}`)}
            </option>
          ))}
      </select>
    </p>
  );
}
