import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

/** Another page changed the same draft meanwhile: which one counts is for the person to say. */
export function DraftConflictNote({ onTake }: { onTake(which: "mine" | "theirs"): void }) {
  const { t } = useText();
  return (
    <div className="note warn" role="alert">
      <Icon name="brackets" />
      <div>
        <b>{t("apply.conflict")}</b>
        <p className="row wrap">
          <button type="button" className="btn s" onClick={() => onTake("mine")}>
            {t("apply.conflict.mine")}
          </button>
          <button type="button" className="btn s" onClick={() => onTake("theirs")}>
            {t("apply.conflict.theirs")}
          </button>
        </p>
      </div>
    </div>
  );
}
