import { villagePortraitView } from "@mingbai/registry/views/village";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { OfficePortrait } from "./office-portrait.tsx";
import { OpenVillage } from "./open-village.tsx";
import { OutsidePortrait } from "./outside-portrait.tsx";
import { VillageGrid } from "./village-grid.tsx";

/** The village's households on a grid, and the village in numbers: for the office and who has opened its files, or as anybody may see it. */
export function PortraitPart({
  code,
  isOutside,
  onOutside,
}: {
  code: string;
  isOutside: boolean;
  onOutside(isOutside: boolean): void;
}) {
  const { t } = useText();
  const asked = useView(villagePortraitView, { village: code });
  return (
    <PageState asked={asked} what={t("portrait.title")} rows={8}>
      {(portrait) => (
        <>
          {!isOutside && <VillageGrid cells={portrait.cells} />}
          <section className="portrait" aria-labelledby="portrait">
            <div className="row wrap">
              <h2 id="portrait">{t("portrait.title")}</h2>
              <span className="sp" />
              {portrait.office !== null && (
                <button type="button" className="btn s" aria-pressed={isOutside} onClick={() => onOutside(!isOutside)}>
                  {t("portrait.outside")}
                </button>
              )}
            </div>
            {portrait.office === null && <OpenVillage portrait={portrait} />}
            {isOutside || portrait.office === null ? (
              <OutsidePortrait portrait={portrait} />
            ) : (
              <OfficePortrait portrait={portrait} office={portrait.office} />
            )}
          </section>
        </>
      )}
    </PageState>
  );
}
