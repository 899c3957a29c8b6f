import { boxes } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { type QueueAddress, queueAddress } from "./queue-address.ts";

/** To do, waiting, overdue, done, all: links with counts of the whole filter, so that each can be kept and sent. */
export function QueueTabs({
  address,
  counts,
}: {
  address: QueueAddress;
  counts: Readonly<Record<QueueAddress["box"], number>> | undefined;
}) {
  const { t } = useText();
  return (
    <nav className="tab-links" aria-label={t("work.boxes")}>
      {boxes.map((box) => (
        <Link
          key={box}
          to={`?${queueAddress({ ...address, box })}`}
          aria-current={box === address.box ? "page" : undefined}
          replace
        >
          {t(`work.box.${box}`)}{" "}
          {counts && (
            <span className={box === "overdue" && counts[box] > 0 ? "num bad" : "num i3"}>
              {countText(counts[box])}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
