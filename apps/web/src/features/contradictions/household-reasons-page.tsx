import "../matter/matter-parts.css";
import "../people/people.css";
import "../registry/file/household.css";
import "./contradictions.css";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { Link, Navigate, useParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { OpenedFile } from "../registry/file/opened-file.tsx";
import { OpenedNote } from "../registry/file/opened-note.tsx";
import { usePlaceText } from "../registry/list/household-rows.tsx";
import { HouseholdReasons } from "./household-reasons.tsx";

/** What was found in one household, once its reader has signed that they open the file for it. */
export function Component() {
  const { t } = useText();
  const { household = "" } = useParams();
  return (
    <SignedInOnly title={t("compare.household")}>
      <OpenedFile key={household} household={household} isFor="comparison">
        {(file, chooseAgain) =>
          file.purpose === "own" ? (
            // The household's own people have their own page of it.
            <Navigate to="/registry/own/found" replace />
          ) : (
            <Reasons file={file} chooseAgain={chooseAgain} />
          )
        }
      </OpenedFile>
    </SignedInOnly>
  );
}

function Reasons({ file, chooseAgain }: { file: HouseholdFile; chooseAgain(): void }) {
  const { t } = useText();
  const placeText = usePlaceText();
  return (
    <div className="page reasons-page">
      <nav className="row wrap sm i2 on-screen" aria-label={t("file.way")}>
        <Link to="/contradictions" className="row way">
          <Icon name="left" size={14} />
          {t("compare.title")}
        </Link>
      </nav>
      <PageTitle title={file.head === "" ? t("file.title") : t("file.of", { name: file.head })}>
        <span className="num i2">{file.number}</span>
        <span className="i2">{placeText(file)}</span>
        <span className="sp" />
        <Link className="btn s t" to={`/registry/${file.household}`}>
          <Icon name="file" size={14} />
          {t("compare.wholeFile")}
        </Link>
        <button type="button" className="btn s t" onClick={() => window.print()}>
          <Icon name="print" size={14} />
          {t("compare.sheet")}
        </button>
      </PageTitle>
      <OpenedNote file={file} chooseAgain={chooseAgain} />
      <HouseholdReasons file={file} />
      <p className="print-only signatures">
        <span>{t("compare.sheet.household")}</span>
        <span>{t("compare.sheet.visitor")}</span>
        <span>{t("compare.sheet.day")}</span>
      </p>
    </div>
  );
}
