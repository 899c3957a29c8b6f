import { keepContent } from "@mingbai/sdk/contents";
import { useNavigate } from "react-router";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { audienceOf, type checkOffer, type TypedOffer } from "./check-offer.ts";

/** The words of the offer are kept in the vault, then the proposal is signed; its page opens when it is final. */
export function ProposeSigning({
  typed,
  checked,
  from,
  close,
}: {
  typed: TypedOffer;
  checked: ReturnType<typeof checkOffer>;
  from: { holder: string; fund: number; tranche: number };
  close(): void;
}) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const settle = useSettledAct();
  const navigate = useNavigate();
  const { eachMinor, perDayMinor, count, sumMinor, fromMs, untilMs } = checked;
  const title = typed.title.trim();
  const words = { count, each: moneyWithUnit(eachMinor), perDay: moneyWithUnit(perDayMinor) };
  const sign = async () => {
    const { commitment } = await keepContent(nodeClient, { kind: "offer", title, about: typed.about.trim() });
    const terms = { each: eachMinor, count, perDay: perDayMinor, fromMs, untilMs };
    const input = { from, ...terms, ...audienceOf(typed), content: commitment };
    const { id } = await settle("treasury.proposeOffer", input);
    navigate(`/offers/${id}`);
  };
  return (
    <Signing
      title={t("new.sign.title")}
      verb={t("new.sign.verb")}
      sentence={t("new.sign.sentence", { title, ...words })}
      totals={[
        { label: t("offer.sum"), value: moneyWithUnit(sumMinor) },
        { label: t("offer.period"), value: t("offer.fromUntil", { from: time(fromMs), until: time(untilMs) }) },
      ]}
      sign={sign}
      close={close}
    />
  );
}
