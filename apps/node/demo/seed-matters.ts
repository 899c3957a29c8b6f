import { utf8 } from "@mingbai/codec/bytes";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { commitmentOf } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { contentSubject } from "@mingbai/read-model/given-content";
import { readBalance } from "@mingbai/treasury/reads";
import { trancheTable } from "@mingbai/treasury/tables";
import type { WordsContent } from "@mingbai/workflow/content";
import { demoNumber } from "./demo-keys.ts";
import type { Course, PlannedMatter } from "./demo-matters.ts";
import { demoBankAccount } from "./demo-plan.ts";
import type { DemoScene, DemoStep } from "./demo-step.ts";

const hourMs = 3_600_000;

/** One act of a matter: how many hours after it was entered, and what is done. */
type Act = readonly [hours: number, run: (story: Story) => Promise<unknown>];

/** A matter on its way: what its later acts must know. */
interface Story extends DemoScene {
  readonly planned: PlannedMatter;
  version: number;
  atMs: number;
  /** Where the payee has the money. */
  tranche: number;
}

const submit = (story: Story) => {
  const { planned } = story;
  return act(story, planned.desk.applicant, "submitMatter", {
    kind: "disbursement",
    to: planned.desk.to,
    terms: termsOf(planned),
    content: planned.content,
  });
};
const giveBack = (story: Story) =>
  actIn(story, story.planned.desk.reviewer, "returnMatter", {
    words: words("发票金额和合同不符，请核对后再交。", [{ field: "invoices", text: "金额和合同不符" }]),
  });
const correct = async (story: Story) => {
  const { planned } = story;
  const content = { ...planned.content, proposal: `${planned.content.proposal}已按要求核对发票和合同。` };
  await actIn(story, planned.desk.applicant, "resubmitMatter", { terms: termsOf(planned), content });
  story.version++;
};
const forward = (story: Story) =>
  actIn(story, story.planned.desk.reviewer, "forwardMatter", {
    to: story.planned.desk.adviser?.organisation ?? "",
    words: words("请贵局看看这一期是否在改造计划内。"),
  });
const advise = (story: Story) =>
  actIn(story, story.planned.desk.adviser?.manager ?? "", "handBackMatter", {
    opinion: "agree",
    words: words("在今年计划内，同意。"),
  });
const pass = (story: Story) => actIn(story, story.planned.desk.reviewer, "passMatter", {});
const withdraw = (story: Story) => actIn(story, story.planned.desk.applicant, "withdrawMatter", {});
const dispute = (story: Story) =>
  actIn(story, story.planned.desk.receiver, "disputeMatter", { words: words("还没看到到账，请核对。") });
const answer = (story: Story) =>
  actIn(story, story.planned.desk.payer, "answerDispute", { words: words("已核对，款在本批次里，请再看。") });
const confirm = (story: Story) =>
  actIn(story, story.planned.desk.receiver, "confirmMatter", { amount: story.planned.amount });

/** Pays from the first tranche of the fund in which the office has enough. */
const pay = async (story: Story) => {
  const { planned, as } = story;
  const { desk, amount } = planned;
  const holder = demoNumber(desk.office);
  const tranche = findTranche(story, { holder, fund: desk.fund, amount });
  const from = { holder, fund: desk.fund, tranche };
  await as(desk.payer).act("treasury.disburse", { items: [{ matter: planned.id, version: story.version, from }] });
  story.tranche = tranche;
};

const redeem = ({ planned, as, tranche }: Story) =>
  as(planned.desk.receiver).act("treasury.redeem", {
    from: { holder: demoNumber(planned.desk.payee), fund: planned.desk.fund, tranche },
    amount: planned.amount,
    endToEndId: orderOf(planned),
  });
const release = ({ planned, as }: Story) => {
  const person = planned.desk.fund === streetFund ? "street-finance" : "civil-finance";
  return as(person).act("treasury.releaseOrders", { endToEndIds: [orderOf(planned)] });
};
const payOut = ({ planned, as, atMs }: Story) =>
  as("bank").act("treasury.bookBankLines", {
    bankAccount: demoBankAccount,
    lines: [
      {
        kind: "payout",
        reference: `BK-${orderOf(planned)}`,
        valueDay: new Date(atMs).toISOString().slice(0, 10),
        amount: planned.amount,
        endToEndId: orderOf(planned),
      },
    ],
  });

const streetFund = 3;
const paidOut: readonly Act[] = [
  [54, redeem],
  [75, release],
  [79, payOut],
];

const actsOf: { readonly [course in Course]: readonly Act[] } = {
  prompt: [[5, pass], [26, pay], [30, confirm], ...paidOut],
  returned: [[4, giveBack], [26, correct], [30, pass], [47, pay], [50, confirm], ...paidOut],
  forwarded: [[2, forward], [26, advise], [29, pass], [31, pay], [50, confirm], ...paidOut],
  disputed: [[5, pass], [24, pay], [26, dispute], [30, answer], [50, confirm], ...paidOut],
  slow: [
    [150, pass],
    [170, pay],
    [190, confirm],
  ],
  withdrawn: [
    [4, giveBack],
    [20, withdraw],
  ],
  forgotten: [],
};

/** Everything that happens to a matter, from its application to the bank's payment where a person or a supplier has it paid out. */
export function matterSteps(scene: DemoScene, planned: PlannedMatter): DemoStep[] {
  const story: Story = { ...scene, planned, version: 1, atMs: planned.atMs, tranche: 0 };
  const isOffice = planned.desk.payee.endsWith("-office");
  const acts: readonly Act[] = [[0, submit], ...actsOf[planned.course]];
  return acts
    .filter((one) => !isOffice || !paidOut.includes(one))
    .map(([hours, run]) => {
      const atMs = planned.atMs + hours * hourMs;
      return {
        atMs,
        run: () => {
          story.atMs = atMs;
          return run(story);
        },
      };
    });
}

function termsOf({ desk, amount }: PlannedMatter) {
  return { payee: demoNumber(desk.payee), fund: desk.fund, amount };
}

function orderOf({ number }: PlannedMatter): string {
  return `QS-${String(number).padStart(5, "0")}`;
}

function words(message: string, reasons: WordsContent["reasons"] = []): WordsContent {
  return { kind: "words", message, reasons };
}

function actIn(story: Story, person: string, verb: string, input: Input): Promise<unknown> {
  return act(story, person, verb, { version: story.version, ...input });
}

type Input = Readonly<Record<string, CanonicalObject[string]>>;

/** Signs a command of workflow; texts in it go to the vault first, and their commitment in their place. */
async function act(story: Story, person: string, verb: string, input: Input): Promise<unknown> {
  const signed: Record<string, CanonicalObject[string]> = { matter: story.planned.id };
  for (const [name, value] of Object.entries(input)) {
    const isText = typeof value === "object" && "kind" in value;
    signed[name] = isText
      ? await keep(story, { giver: demoNumber(person), content: value, what: `${verb} ${name} ${story.version}` })
      : value;
  }
  return story.as(person).act(`workflow.${verb}`, signed);
}

/** Keeps a text in the vault; the salt is the demo's own, which protects nobody. */
async function keep(
  { ledger, planned }: Story,
  { giver, content, what }: { giver: string; content: CanonicalObject; what: string },
): Promise<string> {
  const salt = sha256(utf8(`mingbai demo salt: ${planned.number} ${what}`));
  const commitment = toHex(commitmentOf({ salt, content }));
  await ledger.vault.put([{ subject: contentSubject({ commitment, giver }), content: { salt: toHex(salt), content } }]);
  return commitment;
}

function findTranche(
  { ledger, planned }: Story,
  { holder, fund, amount }: { holder: string; fund: number; amount: number },
): number {
  const { state } = ledger.chain;
  const found = state
    .table(trancheTable)
    .entries()
    .find(
      ([number, row]) =>
        row.fund === fund && readBalance(state, { account: holder, tranche: Number(number) }).free >= amount,
    );
  if (found === undefined) throw new Error(`nothing left to pay matter ${planned.number} of the demo from`);
  return Number(found[0]);
}
