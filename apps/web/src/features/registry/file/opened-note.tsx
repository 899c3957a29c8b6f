import { type HouseholdFile, readingMsMax } from "@mingbai/registry/views";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";

const minuteMs = 60_000;

/** That the look is recorded, what it is for, and for how long it is good. */
export function OpenedNote({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  return (
    <p className="row sm i2 opened-note" role="status">
      <Icon name="eye" size={14} />
      {t("file.opened", { purpose: t(`purpose.${file.purpose}`), minutes: readingMsMax / minuteMs })}
    </p>
  );
}
