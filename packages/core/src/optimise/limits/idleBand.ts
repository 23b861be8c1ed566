import { idleRoomOf } from "../../plan/allocate/idleRoom.ts";
import { growRoom, shrinkRoom } from "../../plan/allocate/rooms.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { idleChange } from "../idleChange.ts";
import { atLeast, type Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import { type Model, shareDown } from "../model.ts";
import { LOSS, mostLoss } from "./loss.ts";

function traded({ sales, purchases }: Model) {
  return {
    sold: sales.map(({ line }) => line.position),
    bought: purchases.map(({ line }) => line.position),
  };
}

/** What sales guarantee and purchases do not spend: idle money gives no more than its minimum leaves, and takes no more than its maximum. */
function guaranteed(model: Model): Row[] {
  const { facts, needs } = model;
  const { idle, total } = facts;
  const { sold, bought } = traded(model);
  const mayGive = idle.mayExit && !needs.buy.has(idle.position);
  const mayTake = idle.mayEnter && !needs.sell.has(idle.position);
  const least = mayGive ? (shrinkRoom(idle, total)?.value ?? idle.value) : 0n;
  const most = needs.buy.has(idle.position) ? total : mayTake ? growRoom(idle, total).value : 0n;
  const terms = idleChange(model, "guaranteed");
  const keeps = least > 0n ? shareDown(model, least) - MARGIN : 0n;
  return [
    atLeast({ terms, atLeast: keeps > 0n ? -keeps : 0n, by: "funds", positions: bought }),
    { terms, atMost: shareDown(model, most), by: "band", positions: sold },
  ];
}

/** What exits bring beyond their minimum stays idle too and must have room, also as a share of what the account is worth afterwards. */
function expected(model: Model): Row[] {
  const { facts } = model;
  const { band, value } = facts.idle;
  const room = idleRoomOf(facts, facts.total);
  if (room === null || band === null) return [];
  const terms = idleChange(model, "quoted");
  const { sold: positions } = traded(model);
  const row = { by: "band", positions };
  const inner = { ...row, terms, atMost: shareDown(model, room) };
  const most = (band.max * WAD_ONE) / BPS_ONE;
  const left = most - shareDown(model, value) - MARGIN;
  const isNear = inner.atMost + (most * mostLoss(model)) / WAD_ONE > left;
  if (band.max === BPS_ONE || left < 0n || !isNear) return [inner];
  return [inner, { ...row, terms: [...terms, { column: LOSS, times: most }], atMost: left }];
}

/** The band of idle money, which every swap pays into or takes from. */
export const idleBand: Limit = (model) => ({ rows: [...guaranteed(model), ...expected(model)] });
