import type { MatterDetail, Notice } from "@mingbai/workflow/views";

interface NoticesParts {
  readonly matters: () => readonly MatterDetail[];
  readonly readAt: () => { height: number; timeMs: number };
}

const kindAt: { readonly [stage in MatterDetail["stage"]]?: Notice["kind"] } = {
  submitted: "came",
  returned: "returned",
  passed: "came",
  disbursed: "paid",
  disputed: "disputed",
};

/** A notice for each open matter, in the order of their last acts; places are 10, 20 and so on. */
export function mockNotices({ matters, readAt }: NoticesParts) {
  const all = (): Notice[] =>
    matters()
      .filter(({ stage }) => stage in kindAt)
      .map(({ id, number, title, stage, addressee, changedMs }, index) => ({
        at: String((index + 1) * 10),
        kind: kindAt[stage] ?? "came",
        state: stage,
        timeMs: changedMs,
        matter: { id, number, title, stage, addressee },
        person: null,
        household: null,
        case: null,
        area: null,
      }));
  const after = (place = "0") => all().filter(({ at }) => Number(at) > Number(place));
  return {
    "workflow.notices": ({ after: from, before, limit = "50" }: Readonly<Record<string, string>>) => {
      const found = after(from).filter(({ at }) => before === undefined || Number(at) < Number(before));
      const rows = found.reverse();
      return { rows: rows.slice(0, Number(limit)), more: rows.length > Number(limit), readAt: readAt() };
    },
    "workflow.noticeCount": ({ after: from }: Readonly<Record<string, string>>) => {
      const found = after(from);
      return {
        count: Math.min(100, found.length),
        from: from ?? "0",
        newest: all().at(-1)?.at ?? null,
        readAt: readAt(),
      };
    },
  };
}
