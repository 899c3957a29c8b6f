import { fitWeights, fullerMax, needMax, needWeights } from "@mingbai/registry/content/assign/weights";
import { useText } from "../../../i18n/use-text.ts";
import { optionText } from "../../registry/form-words.ts";

/** How points are counted: what the proposal itself goes by. */
export function WeightsPart() {
  const { t, language } = useText();
  const of = (field: "monitored" | "cause", weights: Readonly<Record<string, number>>) =>
    Object.entries(weights).map(
      ([code, points]) =>
        [t(`assign.weights.${field}`, { name: optionText("household", field, code, language) }), points] as const,
    );
  const needs = [
    [t("assign.weights.kept"), needWeights.kept] as const,
    ...of("monitored", needWeights.monitored),
    ...of("cause", needWeights.cause),
  ];
  const fits = [
    [t("assign.reason.village"), fitWeights.village],
    [t("assign.reason.area"), fitWeights.area],
    [t("assign.reason.stays"), fitWeights.stays],
    [t("assign.reason.language.any"), fitWeights.language],
    [t("assign.reason.skill.any"), fitWeights.skill],
  ] as const;
  return (
    <details className="weights">
      <summary>{t("assign.weights")}</summary>
      <div className="weights-lists">
        <Points title={t("assign.weights.need", { max: needMax })} points={needs} />
        <Points title={t("assign.weights.fit")} points={fits} />
      </div>
      <p className="sm i2">{t("assign.weights.fuller", { points: fullerMax })}</p>
      <p className="sm i2">{t("assign.weights.note")}</p>
    </details>
  );
}

function Points({ title, points }: { title: string; points: readonly (readonly [string, number])[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {points.map(([words, count]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd className="num">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
