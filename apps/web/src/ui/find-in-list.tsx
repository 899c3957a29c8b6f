import { useText } from "../i18n/use-text.ts";
import { FilterText } from "./filter-text.tsx";
import { useKeys } from "./use-keys.ts";

const nameCharsMax = 40;

/** Looks in a list that is here whole for somebody or something by name. The key / goes to it. */
export function FindInList({
  id,
  label,
  text,
  onChange,
}: {
  id: string;
  label: string;
  text: string | undefined;
  onChange(text: string | undefined): void;
}) {
  const { t } = useText();
  useKeys({ "/": () => document.getElementById(id)?.focus() });
  return (
    <search className="filters open" aria-label={t("registry.filters")}>
      <FilterText id={id} label={label} charsMax={nameCharsMax} text={text} onChange={onChange} />
    </search>
  );
}
