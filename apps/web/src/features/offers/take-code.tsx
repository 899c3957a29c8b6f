import type { OfferRow } from "@mingbai/treasury/views/offers";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { CodePicture } from "../../ui/code-picture.tsx";
import { Icon } from "../../ui/icon.tsx";
import { printCode } from "../../ui/print-code.ts";
import { takePath } from "../wallet/read-code.ts";
import { useOfferTitle } from "./offer-state.tsx";

/** The code by which people take the offer, to show and to print. */
export function TakeCode({ row }: { row: OfferRow }) {
  const { t } = useText();
  const path = takePath(row.id);
  const title = useOfferTitle()(row);
  return (
    <section className="take-code printed-code" aria-labelledby="code-title">
      <h2 id="code-title">{t("offer.code")}</h2>
      <p className="print-only">{title}</p>
      <CodePicture address={window.location.origin + path} name={`${t("offer.code")} ${title}`} />
      <p className="sm i2">{t("offer.code.words")}</p>
      <div className="row wrap">
        <Link className="btn" to={path}>
          {t("offer.link")}
        </Link>
        <button type="button" className="btn" onClick={printCode}>
          <Icon name="print" size={14} />
          {t("offer.code.print")}
        </button>
      </div>
    </section>
  );
}
