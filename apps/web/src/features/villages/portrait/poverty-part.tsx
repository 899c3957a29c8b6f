import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { percentText } from "../../../ui/format-money.ts";
import type { Portrait } from "./portrait.ts";

type Poverty = NonNullable<Portrait["outside"]["poverty"]>;

/** Poverty by counting: how many lack something, how much of it on average, and the two multiplied; with how it is counted. */
export function PovertyPart({ poverty, children }: { poverty: Poverty; children?: ReactNode }) {
  const { t, language } = useText();
  const percent = ({ part, whole }: Poverty["headcount"]) => percentText(part, whole, language);
  const { headcount, intensity, adjusted, people, poor } = poverty;
  return (
    <section className="poverty" aria-label={t("portrait.poverty")}>
      <h3>{t("portrait.poverty")}</h3>
      <p className="sm i2">{t("portrait.poverty.how")}</p>
      <dl className="facts">
        <div>
          <dt>{t("portrait.headcount")}</dt>
          <dd className="num">
            {percent(headcount)} <small>{t("portrait.peopleOf", { part: poor, whole: people })}</small>
          </dd>
        </div>
        <div>
          <dt>{t("portrait.intensity")}</dt>
          <dd className="num">{intensity === null ? t("portrait.noIntensity") : percent(intensity)}</dd>
        </div>
        <div>
          <dt>{t("portrait.adjusted")}</dt>
          <dd className="num">{percent(adjusted)}</dd>
        </div>
      </dl>
      {children}
    </section>
  );
}
