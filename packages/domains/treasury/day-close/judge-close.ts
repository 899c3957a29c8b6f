import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { findBankAccount, sumsUntil } from "./day-sums.ts";
import { dayEquation } from "./equation.ts";
import { findItemRefusal } from "./items.ts";
import { findOpenDifference } from "./open-difference.ts";
import type { DayClose } from "./schema.ts";
import { findStatementRefusal } from "./statement.ts";
import { findDayRefusal } from "./who.ts";

/**
 * Why a bank day cannot be closed like this: asked when the office signs, and again when the bank does. In this order:
 * the day, the bank's statement, open differences, the ledger's own figures, each item, the equation.
 */
export function findCloseRefusal(context: CommandContext, close: DayClose): Refusal | undefined {
  const { closedDay } = findBankAccount(context.state, close.bankAccount);
  if (closedDay !== undefined && close.day <= closedDay) return refuse("DAY_CLOSED", { closedDay });
  return (
    findDayRefusal(context, close.day) ??
    findStatementRefusal(context, close) ??
    findOpenRefusal(context, close) ??
    findFigureRefusal(context, close) ??
    findItemRefusal(context.state, close) ??
    findEquationRefusal(close)
  );
}

function findOpenRefusal({ state }: CommandContext, { bankAccount }: DayClose): Refusal | undefined {
  const open = findOpenDifference(state, bankAccount);
  return open && refuse("DIFFERENCE_OPEN", open);
}

/** The claimed figures are those of the claimed block and still those of now: nothing of these days was booked since. */
function findFigureRefusal({ state, moment }: CommandContext, { bankAccount, day, ledger }: DayClose) {
  const { vouchers: outstanding, suspense, height } = sumsUntil(state, bankAccount, day);
  const isOfThen = ledger.height >= height && ledger.height <= moment.height;
  const isRight = ledger.outstanding === outstanding && ledger.suspense === suspense;
  return isOfThen && isRight ? undefined : refuse("DAY_MOVED", { height, outstanding, suspense });
}

function findEquationRefusal(close: DayClose): Refusal | undefined {
  const { inTransit, gap } = dayEquation(close);
  if (gap === 0) return undefined;
  const { outstanding, suspense } = close.ledger;
  const { closingBalance } = close.statement;
  return refuse("DAY_UNEQUAL", { outstanding, suspense, inTransit, closingBalance, gap });
}
