import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { ChoiceInput } from "./choice-input.tsx";
import { findArea } from "./find-area.ts";
import type { OwnArea } from "./use-own-areas.ts";

/** The village in whose area a new file is kept, by typing its name. */
export function AreaField({
  areas,
  area,
  isMissing,
  onChange,
}: {
  areas: readonly OwnArea[];
  area: string;
  isMissing: boolean;
  onChange(area: string, found: OwnArea | undefined): void;
}) {
  const { t } = useText();
  const options = areas.map(({ id, name }) => ({ code: id, ...name }));
  return (
    <div className={isMissing ? "form-field faulty" : "form-field"}>
      <label htmlFor="household-area">
        {t("form.area")} <span className="sm i3">{t("form.required")}</span>
      </label>
      <ChoiceInput
        options={options}
        text={area}
        tied={{ id: "household-area", "aria-invalid": isMissing, "aria-describedby": "household-area-more" }}
        onChange={(text) => onChange(text, findArea(areas, text))}
        onSettle={() => undefined}
      />
      <div id="household-area-more" className="sm">
        {isMissing && (
          <p className="bad row">
            <Icon name="cross" size={14} />
            {t("form.area.missing")}
          </p>
        )}
      </div>
    </div>
  );
}
