/** What came of households, counted. */
export interface ImportCounts {
  /** Households of the list that were gone over. */
  readonly taken: number;
  /** Households whose files were opened, and the people in them. */
  readonly opened: number;
  readonly people: number;
  /** Known households that the list changes, and people that it adds to them. */
  readonly changed: number;
  readonly added: number;
  /** Known households that are as the list has them. */
  readonly same: number;
  /** Households that wait for a person. */
  readonly queued: number;
}

export const noCounts: ImportCounts = { taken: 0, opened: 0, people: 0, changed: 0, added: 0, same: 0, queued: 0 };

export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    taken: a.taken + b.taken,
    opened: a.opened + b.opened,
    people: a.people + b.people,
    changed: a.changed + b.changed,
    added: a.added + b.added,
    same: a.same + b.same,
    queued: a.queued + b.queued,
  };
}

/** Something that the ledger did not take: whose it is, and the code of the refusal. */
export interface RefusedSubject {
  readonly command: string;
  /** Of a household that was to be opened; of the household or person that was to be changed. */
  readonly subject: string;
  readonly code: string;
}

/** Some households on their way: made and signed once, and sent as often as it takes. */
export interface ImportStep {
  /** From 0, in the order of the list. */
  readonly at: number;
  readonly counts: ImportCounts;
  /** The body of the request that has the parts kept (`encodeSubjectParts`); empty where nothing is written. */
  readonly parts: Uint8Array<ArrayBuffer>;
  /** Signed commands, in the order of their numbers. */
  readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
}

/** What is left of a step that came to its end. */
export interface EndedStep {
  readonly at: number;
  readonly counts: ImportCounts;
  readonly refused: readonly RefusedSubject[];
}

/** Where an import notes what is on its way, durable before it is sent, so that a crash forgets nothing and repeats nothing. */
export interface ImportJournal {
  /** All that was noted: steps that came to their end, and those that did not, in their order. */
  open(): Promise<{ readonly ended: readonly EndedStep[]; readonly begun: readonly ImportStep[] }>;
  begin(step: ImportStep): Promise<void>;
  /** From now on nothing of the step's bytes is needed. */
  end(step: EndedStep): Promise<void>;
}

/** A journal that lives as long as the process: for scripts that are run to their end, and for tests. */
export function memoryJournal(): ImportJournal {
  const begun = new Map<number, ImportStep>();
  const ended = new Map<number, EndedStep>();
  return {
    open: async () => ({ ended: [...ended.values()], begun: [...begun.values()] }),
    begin: async (step) => void begun.set(step.at, step),
    end: async (step) => {
      begun.delete(step.at);
      ended.set(step.at, step);
    },
  };
}
