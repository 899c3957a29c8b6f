import type { RosterEffect, RosterLine, RosterWarning, Standing } from "@mingbai/governance/schema/roster-effect";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useOrganisationName } from "../../../ui/organisation-names.ts";
import { ProposalFacts } from "../proposal-facts.tsx";
import { commandNames } from "./command-names.ts";

/** What another roster means, in words: who, how many must agree, who may fail, what ends, what to think of. */
export function RosterSummary({ effect }: { effect: RosterEffect }) {
  const { t } = useText();
  const { before, after, lines, warnings } = effect;
  const beside = (text: (standing: Standing) => string) =>
    text(before) === text(after) ? text(after) : `${text(before)} → ${text(after)}`;
  const newKeys = lines.reduce((sum, line) => sum + line.newKeys, 0);
  const facts = [
    [t("governance.roster.who"), <Who key="who" lines={lines} />],
    [t("governance.roster.needed"), beside(({ needed, power }) => t("governance.roster.needed.of", { needed, power }))],
    [
      t("governance.roster.mayFail"),
      beside(({ mayFail, members }) => t("governance.roster.mayFail.of", { count: mayFail, of: members })),
    ],
    [
      t("governance.roster.proofs"),
      newKeys === 0
        ? t("governance.roster.proofs.none")
        : t("governance.roster.proofs.of", { ...commandNames, count: newKeys }),
    ],
  ] as const;
  return (
    <section aria-labelledby="roster-effect">
      <h2 id="roster-effect">{t("governance.roster.effect")}</h2>
      <ProposalFacts facts={facts} />
      <Ends effect={effect} />
      {warnings.map((warning) => (
        <Warning key={JSON.stringify(warning)} warning={warning} />
      ))}
    </section>
  );
}

/** Read out as it changes: it is what a hand at the form has just done. */
function Who({ lines }: { lines: readonly RosterLine[] }) {
  const { t, language } = useText();
  const organisationName = useOrganisationName();
  const said = lines.flatMap((line): string[] => {
    const { before, after, newKeys } = line;
    const organisation = organisationName(line.organisation);
    if (before === undefined) return [t("governance.roster.who.joins", { organisation, after: after ?? 0 })];
    if (after === undefined) return [t("governance.roster.who.leaves", { organisation, before })];
    return [
      ...(before === after ? [] : [t("governance.roster.who.power", { organisation, before, after })]),
      ...(newKeys === 0 ? [] : [t("governance.roster.who.keys", { organisation, count: newKeys })]),
    ];
  });
  return (
    <span role="status">
      {said.length === 0 ? t("governance.roster.who.none") : said.join(language === "zh" ? "；" : "; ")}
    </span>
  );
}

function Ends({ effect: { lines, before, after } }: { effect: RosterEffect }) {
  const { t } = useText();
  const organisationName = useOrganisationName();
  const ends = [
    ...lines
      .filter((line) => line.after === undefined)
      .map(({ organisation }) => t("governance.roster.ends.leaver", { organisation: organisationName(organisation) })),
    ...(after.mayFail < before.mayFail
      ? [
          t(`governance.roster.ends.${after.mayFail === 0 ? "noneMayFail" : "mayFail"}`, {
            count: before.mayFail,
            left: after.mayFail,
          }),
        ]
      : []),
  ];
  if (ends.length === 0) return null;
  return (
    <>
      <h3>{t("governance.roster.ends")}</h3>
      <ul className="roster-ends">
        {ends.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Warning({ warning }: { warning: RosterWarning }) {
  const { t } = useText();
  const organisationName = useOrganisationName();
  const words = "organisation" in warning ? { organisation: organisationName(warning.organisation) } : warning;
  return (
    <p className="note warn">
      <Icon name="warn" />
      <span>{t(`governance.roster.warning.${warning.why}`, words)}</span>
    </p>
  );
}
