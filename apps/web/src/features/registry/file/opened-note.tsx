import { type HouseholdFile, readingMsMax } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { Icon } from "../../../ui/icon.tsx";

import { purposesOf } from "./purposes-of.ts";

const minuteMs = 60_000;

/** That the look is recorded, what it is for, and for how long it is good. */
export function OpenedNote({ file, chooseAgain }: { file: HouseholdFile; chooseAgain(): void }) {
  const { t } = useText();
  const roles = useSession()?.roles ?? [];
  return (
    <p className="row wrap sm i2 opened-note">
      <span className="row" role="status">
        <Icon name="eye" size={14} />
        {t("file.opened", { purpose: t(`purpose.${file.purpose}`), minutes: readingMsMax / minuteMs })}
      </span>
      {purposesOf(roles).length > 1 && (
        <button type="button" className="btn s t" onClick={chooseAgain}>
          {t("file.open.other")}
        </button>
      )}
    </p>
  );
}
