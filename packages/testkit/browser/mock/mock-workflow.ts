import { turns } from "@mingbai/workflow/stages";
import { type Box, boxes, type MatterDetail, queueView } from "@mingbai/workflow/views";
import { mockMatters, mockNowMs } from "./mock-matters.ts";
import { mockNotices } from "./mock-notices.ts";

type Act = MatterDetail["may"][number];

/** Who reads the mock queue. */
export interface MockReader {
  readonly account: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

const mays: { readonly [stage in MatterDetail["stage"]]?: readonly Act[] } = {
  submitted: ["workflow.passMatter", "workflow.returnMatter", "workflow.forwardMatter"],
  returned: ["workflow.resubmitMatter", "workflow.withdrawMatter"],
  passed: ["treasury.disburse", "workflow.returnMatter"],
  disbursed: ["workflow.confirmMatter", "workflow.disputeMatter"],
  disputed: ["workflow.answerDispute"],
};

/** A queue of invented matters; `reader` is whoever is signed in, asked anew at every question. */
export function mockWorkflow(reader: () => MockReader) {
  let matters = mockMatters();
  let height = 3_000;
  const isMine = ({ stage, holder, addressee, applicant, payee }: MatterDetail): boolean => {
    const turn = turns[stage];
    const { account, organisation, roles } = reader();
    if (!turn?.roles.some((role) => roles.includes(role))) return false;
    if (turn.side === "holder") return holder.id === organisation;
    if (turn.side === "addressee") return addressee.id === organisation;
    return (turn.side === "applicant" ? applicant.account : payee.account) === account || applicant.account === account;
  };
  const inBox = (box: Box) => (matter: MatterDetail) => {
    const isOpen = turns[matter.stage] !== undefined;
    if (box === "todo") return isMine(matter);
    if (box === "waiting") return isOpen && !isMine(matter);
    if (box === "overdue") return isOpen && matter.overdue;
    if (box === "done") return !isOpen;
    return true;
  };
  const mayOf = (matter: MatterDetail): Act[] => {
    if (!isMine(matter)) return [];
    const { holder, addressee, stage } = matter;
    if (stage === "submitted" && holder.id !== addressee.id) return ["workflow.handBackMatter"];
    return [...(mays[stage] ?? [])];
  };
  const readAt = () => ({ height, timeMs: mockNowMs + (height - 3_000) * 3_000 });
  return {
    get: (id: string) => matters.find((matter) => matter.id === id),
    /** The matter on which every command is refused. */
    refusedId: "",
    /** Changes one matter as the ledger would, one block later. */
    change(id: string, part: Partial<MatterDetail>) {
      height += 1;
      matters = matters.map((matter) =>
        matter.id === id ? { ...matter, ...part, changedMs: readAt().timeMs } : matter,
      );
    },
    add(matter: MatterDetail) {
      height += 1;
      matters = [...matters, { ...matter, changedMs: readAt().timeMs }];
    },
    answers: {
      "workflow.queue": (params: Readonly<Record<string, string>>) => {
        const { box, stage, fund, text } = queueView.params.parse(params);
        const fitting = matters.filter(
          (matter) =>
            (stage === undefined || matter.stage === stage) &&
            (fund === undefined || matter.fund === fund) &&
            (text === undefined || `${matter.title} ${matter.number} ${matter.payee.name}`.includes(text)),
        );
        const rows = fitting.filter(inBox(box)).sort((a, b) => (a.dueMs ?? 0) - (b.dueMs ?? 0));
        return {
          rows,
          next: null,
          counts: Object.fromEntries(boxes.map((one) => [one, fitting.filter(inBox(one)).length])),
          sumMinor: rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
          readAt: readAt(),
        };
      },
      "workflow.matter": ({ matter: id = "" }: Readonly<Record<string, string>>) => {
        const matter = matters.find((one) => one.id === id);
        return matter && { ...matter, may: mayOf(matter), readAt: readAt() };
      },
      ...mockNotices({ matters: () => matters, readAt }),
    },
  };
}
