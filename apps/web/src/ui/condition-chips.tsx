import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";

/** Each condition of a filter in words, with a way to take it off. */
export function ConditionChips<Name extends string>({
  conditions,
  onRemove,
  onRemoveAll,
}: {
  conditions: readonly { readonly name: Name; readonly words: string }[];
  onRemove(name: Name): void;
  onRemoveAll(): void;
}) {
  const { t } = useText();
  if (conditions.length === 0) return null;
  return (
    <ul className="chips">
      {conditions.map(({ name, words }) => (
        <li key={name}>
          <button
            type="button"
            className="btn s"
            aria-label={t("ui.chip.remove", { name: words })}
            onClick={() => onRemove(name)}
          >
            {words}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      {conditions.length > 1 && (
        <li>
          <button type="button" className="btn s t" onClick={onRemoveAll}>
            {t("ui.chip.all")}
          </button>
        </li>
      )}
    </ul>
  );
}
