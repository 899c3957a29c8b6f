import { proxyMeans, seenIds } from "@mingbai/registry/content/policy/county/proxy-means";
import { deprivationIds, deprivationPlan } from "@mingbai/registry/content/village/portrait/deprivations";
import { useText } from "../../i18n/use-text.ts";

const basisPointsOfOne = 100;

/** How the yardsticks count, with their weights: published, so that anybody can add them up again. */
export function YardstickWords() {
  const { t } = useText();
  return (
    <details className="policy-yardsticks">
      <summary>{t("policies.weights")}</summary>
      <p>{t("policies.weights.line")}</p>
      <p>{t("policies.weights.lacks", { cutoff: deprivationPlan.cutoff / basisPointsOfOne })}</p>
      <ul>
        {deprivationIds.map((id, at) => (
          <li key={id}>
            {t("policies.weights.share", {
              name: t(`policies.lacks.${id}`),
              share: (deprivationPlan.indicators[at]?.weight ?? 0) / basisPointsOfOne,
            })}
          </li>
        ))}
      </ul>
      <p>{t("policies.weights.score", { base: proxyMeans.base, threshold: proxyMeans.threshold })}</p>
      <ul>
        {seenIds.map((id, at) => (
          <li key={id}>
            {t("policies.weights.points", {
              name: t(`policies.seen.${id}`),
              points: proxyMeans.terms[at]?.points ?? 0,
            })}
          </li>
        ))}
      </ul>
      <p className="sm i3">{t("policies.weights.none")}</p>
    </details>
  );
}
