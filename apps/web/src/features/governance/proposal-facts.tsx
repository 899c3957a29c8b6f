import type { ReactNode } from "react";

export type ProposalFact = readonly [name: string, value: ReactNode];

/** What a proposal is or would do, each thing under its name; no name twice. */
export function ProposalFacts({ facts }: { readonly facts: readonly ProposalFact[] }) {
  return (
    <dl className="proposal-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="sm">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
