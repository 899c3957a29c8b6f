import type { ComparisonRun } from "@mingbai/registry/views/comparison-runs";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";

/** How far a run has come, in words and as a bar: people asked about first, households compared then. */
export function RunProgress({ run }: { run: ComparisonRun }) {
  const { t, language } = useText();
  const asking = run.sources.find(({ state }) => state === "asking");
  if (run.state === "comparing") {
    const words = t("compare.run.comparing", { done: countText(run.done), count: countText(run.households) });
    return <Bar words={words} done={run.done} of={run.households} />;
  }
  if (asking === undefined) return <Bar words={t("compare.run.beginning")} />;
  const name = asking.title[language];
  if (asking.asked === null || asking.of === null)
    return <Bar words={t("compare.run.taking", { name, facts: countText(asking.facts) })} />;
  const words = t("compare.run.asking", { name, asked: countText(asking.asked), of: countText(asking.of) });
  return <Bar words={words} done={asking.asked} of={asking.of} />;
}

function Bar({ words, done, of = 0 }: { words: string; done?: number; of?: number }) {
  return (
    <p className="sm num" role="status">
      {words}
      <progress className="compare-bar" aria-label={words} {...(of > 0 && { value: done, max: of })} />
    </p>
  );
}
