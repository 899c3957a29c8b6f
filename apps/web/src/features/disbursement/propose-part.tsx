import type { CheckedList } from "@mingbai/sdk/disbursement/check-list";
import { cutBatches } from "@mingbai/sdk/disbursement/prepare-list";
import { listNameCharsMax } from "@mingbai/treasury/content";
import { useId, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { Money } from "../../ui/money.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { placeKey } from "../pay/pay-plan.ts";
import type { usePurse } from "../pay/use-purse.ts";
import { ListPlace } from "./list-place.tsx";
import type { useNewList } from "./use-new-list.ts";

/** What can be paid now, from which money, and sending it to the two who approve. */
export function ProposePart({
  checked,
  making,
  purse,
  fileName,
}: {
  checked: CheckedList;
  making: ReturnType<typeof useNewList>;
  purse: ReturnType<typeof usePurse>;
  fileName: string;
}) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const navigate = useNavigate();
  const nameId = useId();
  const whyId = useId();
  const [name, setName] = useState(fileName.replace(/\.\w+$/, "").slice(0, listNameCharsMax));
  const [chosen, setChosen] = useState("");
  const [isSigning, setSigning] = useState(false);
  const [kept, setKept] = useState("");
  const batches = useMemo(() => Array.from(cutBatches(checked.good), ({ places }) => places.length), [checked]);
  const places = (purse.places ?? []).filter(({ standing }) => standing === "open");
  const place = places.find((one) => placeKey(one) === chosen);
  const fund = purse.funds.find(({ id }) => id === place?.fund.id);
  const { pay, held, read } = checked;
  const short = place === undefined ? 0 : pay.amount - place.freeMinor;
  const why =
    pay.count === 0
      ? t("list.why.nobody")
      : place === undefined || fund === undefined
        ? t("list.why.place")
        : short > 0
          ? t("list.why.short", { short: moneyWithUnit(short) })
          : name.trim() === ""
            ? t("list.why.name")
            : undefined;

  const sign = async () => {
    if (place === undefined || fund === undefined) return;
    const from = { payer: place.holder, fund: fund.number, tranche: place.tranche };
    const manifest = await making.propose(name.trim(), from, (done, of) =>
      setKept(t("list.keeping", { done: countText(done), of: countText(of) })),
    );
    setSigning(false);
    await navigate(`/disbursement/${manifest}`);
  };

  return (
    <aside className="matter-side list-side" aria-label={t("list.now")}>
      <section>
        <p className="i2">{t("list.now")}</p>
        <p className="list-figure num">
          {countText(pay.count)} <span className="sm i2">{t("list.unit.people")}</span>
        </p>
        <p className="list-figure">
          <Money minor={pay.amount} />
        </p>
        <ListPlace
          places={places}
          place={place}
          choose={setChosen}
          read={read.amount}
          held={held.amount}
          pay={pay.amount}
        />
      </section>
      <section>
        <h2>{t("list.batches", { count: batches.length })}</h2>
        <p className="sm i2">{t("list.batches.words")}</p>
      </section>
      <section className="list-propose">
        <label htmlFor={nameId} className="sm i2">
          {t("list.name")}
        </label>
        <input
          id={nameId}
          className="field"
          value={name}
          maxLength={listNameCharsMax}
          onChange={({ target }) => setName(target.value)}
        />
        <button
          type="button"
          className={why === undefined ? "btn p" : "btn"}
          aria-disabled={why !== undefined}
          aria-describedby={whyId}
          onClick={() => why === undefined && setSigning(true)}
        >
          <Icon name="forward" size={14} />
          {t("list.propose", { count: pay.count })}
        </button>
        <p className="sm i2" id={whyId} role="status">
          {kept === "" ? (why ?? t("list.propose.next")) : kept}
        </p>
      </section>
      {isSigning && (
        <Signing
          title={t("list.propose.title")}
          verb={t("list.propose.verb")}
          sentence={t("list.propose.sentence", { name: name.trim(), count: pay.count, sum: moneyWithUnit(pay.amount) })}
          totals={[
            { label: t("list.unit.people"), value: countText(pay.count) },
            { label: t("list.sum"), value: moneyWithUnit(pay.amount) },
            { label: t("list.fund"), value: place?.fund.name ?? "" },
            { label: t("list.batches.count"), value: batches.length },
          ]}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </aside>
  );
}
