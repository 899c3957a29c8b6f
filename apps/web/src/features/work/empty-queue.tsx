import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import type { QueueAddress } from "./queue-address.ts";

/** What will come here, and what one can do meanwhile. */
export function EmptyQueue({
  box,
  isFiltered,
  onClear,
}: {
  box: QueueAddress["box"];
  isFiltered: boolean;
  onClear(): void;
}) {
  const { t } = useText();
  if (isFiltered) {
    return (
      <div className="state">
        <h2>{t("work.none.filter")}</h2>
        <p>
          <button type="button" className="btn" onClick={onClear}>
            {t("work.none.clear")}
          </button>
        </p>
      </div>
    );
  }
  return (
    <div className="empty-queue">
      <h2>{t(`work.none.${box}`)}</h2>
      <p className="i2">{t("work.none.when")}</p>
      <div className="empty-columns">
        <section>
          <h3>{t("work.comes")}</h3>
          <ul>
            <li>
              <Icon name="file" /> {t("work.comes.applications")}
            </li>
            <li>
              <Icon name="forward" /> {t("work.comes.forwarded")}
            </li>
            <li>
              <Icon name="tick" /> {t("work.comes.money")}
            </li>
          </ul>
        </section>
        <section>
          <h3>{t("work.meanwhile")}</h3>
          <ul>
            <li>
              <Icon name="plus" /> <Link to="/work/new">{t("work.meanwhile.new")}</Link>
            </li>
            <li>
              <Icon name="stamp" /> <Link to="/verify">{t("work.meanwhile.verify")}</Link>
            </li>
          </ul>
        </section>
      </div>
    </div>
  );
}
