import "../matter/matter-parts.css";
import "../contradictions/contradictions.css";
import "./villages.css";
import { placesView } from "@mingbai/registry/views/places";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { CheckPart } from "./check-part.tsx";
import { PortraitPart } from "./portrait/portrait-part.tsx";

export type Place = ResultOf<typeof placesView>["rows"][number];

/** One village: its check with one key and what that found, its households on a grid, and the village in numbers. */
export function Component() {
  const { t } = useText();
  const { code = "" } = useParams();
  return (
    <SignedInOnly title={t("village.title")}>
      <Village key={code} code={code} />
    </SignedInOnly>
  );
}

function Village({ code }: { code: string }) {
  const { t } = useText();
  const asked = useView(placesView, {});
  // What others may see is the page without whatever names a household.
  const [isOutside, setOutside] = useState(false);
  const place = asked.data?.rows.find(({ division }) => division === code);
  return (
    <div className="page village-page">
      {place === undefined ? <PageTitle title={t("village.title")} /> : <Head place={place} />}
      <PageState
        asked={asked}
        what={t("village.title")}
        isEmpty={() => place === undefined}
        empty={<EmptyState title={t("village.notYours")}>{t("village.notYours.how")}</EmptyState>}
      >
        {() => (
          <>
            {!isOutside && <CheckPart code={code} />}
            <PortraitPart code={code} isOutside={isOutside} onOutside={setOutside} />
          </>
        )}
      </PageState>
    </div>
  );
}

function Head({ place: { area, households, people, monitored } }: { place: Place }) {
  const { t, language } = useText();
  return (
    <>
      <nav className="row wrap sm i2 on-screen" aria-label={t("file.way")}>
        <Link to="/villages" className="row way">
          <Icon name="left" size={14} />
          {t("villages.title")}
        </Link>
      </nav>
      <PageTitle title={area[language]}>
        <span className="i2 num">
          <Link className="opens" to={`/registry?area=${area.id}`}>
            {t("registry.households", { count: households })}
          </Link>{" "}
          {t("registry.peopleCount", { count: people })} {t("village.monitored", { count: countText(monitored) })}
        </span>
        <span className="sp" />
        <Link className="btn s t" to={`/contradictions?area=${area.id}`}>
          <Icon name="brackets" size={14} />
          {t("compare.title")}
        </Link>
        <button type="button" className="btn s t" onClick={() => window.print()}>
          <Icon name="print" size={14} />
          {t("village.print")}
        </button>
      </PageTitle>
    </>
  );
}
