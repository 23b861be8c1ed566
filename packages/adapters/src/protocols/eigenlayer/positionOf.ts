import { type Address, type PositionId, positionId } from "@ballast/core";
import { EIGENLAYER_ID } from "./contracts.ts";
import type { EigenStrategy } from "./strategies.ts";

/** `eigenlayer:stETH@0xoperator` for shares delegated to an operator, `eigenlayer:stETH` for shares of nobody's. */
export const positionOf = ({ form }: Pick<EigenStrategy, "form">, operator: Address | null): PositionId =>
  positionId(`${EIGENLAYER_ID}:${form}${operator === null ? "" : `@${operator.toLowerCase()}`}`);
