import type { ManifestRow } from "@mingbai/treasury/views/acts";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import type { KeptBatch, KeptList } from "./list-store.ts";
import { useSending } from "./use-sending.ts";

/** Sending an approved list batch by batch, and going on where it stopped. */
export function SendPart({
  row,
  list,
  batches,
}: {
  row: ManifestRow;
  list: KeptList;
  batches: readonly (KeptBatch | undefined)[];
}) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const { running, sent, fault, send } = useSending();
  const [isSigning, setSigning] = useState(false);
  const known = batches.filter((batch) => batch?.result !== undefined).length;
  const done = Math.max(known, sent, row.paidBatches);
  const isOpen = row.state !== "proposed" && done < row.batches && !running;
  const isResultMissing = row.state === "paid" && known < row.batches;
  useEffect(() => {
    // Paid, and the answer was lost on its way: what was signed is sent once more, and answered the same again.
    if (isResultMissing) void send(list);
  }, [isResultMissing, send, list]);
  const hasBegun = done > 0;
  useKeys({ s: () => isOpen && setSigning(true) });
  if (row.state === "proposed") return null;
  return (
    <section aria-labelledby="list-send">
      <h2 id="list-send">{t("list.step.send")}</h2>
      <ShareBar
        part={done}
        whole={row.batches}
        scaleMax={row.batches}
        label={t("list.send.progress", { done, of: row.batches })}
      />
      <p role="status">{t("list.send.progress", { done: countText(done), of: countText(row.batches) })}</p>
      <p className="sm i2">{t("list.batches.words")}</p>
      {fault !== undefined && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>
            {fault} {t("list.send.safe")}
          </span>
        </p>
      )}
      {isOpen && (
        <button type="button" className="btn p" onClick={() => setSigning(true)}>
          <Icon name="right" size={14} />
          {hasBegun
            ? t("list.send.goOn", { count: row.batches - done })
            : t("list.send", { count: row.count, sum: moneyWithUnit(row.totalMinor) })}{" "}
          <kbd>S</kbd>
        </button>
      )}
      {isSigning && (
        <Signing
          title={t("list.send.title")}
          verb={t("list.send.verb")}
          sentence={t("list.send.sentence", { name: list.name, count: row.batches - done })}
          totals={[
            { label: t("list.unit.people"), value: countText(row.count) },
            { label: t("list.sum"), value: moneyWithUnit(row.totalMinor) },
            { label: t("list.fund"), value: row.fund.name },
            { label: t("list.batches.count"), value: row.batches },
          ]}
          sign={async () => {
            setSigning(false);
            void send(list);
          }}
          close={() => setSigning(false)}
        />
      )}
    </section>
  );
}
