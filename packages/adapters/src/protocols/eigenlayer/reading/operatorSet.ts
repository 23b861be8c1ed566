import type { Address } from "@ballast/core";

/** An operator set: a service and its number there. */
export type OperatorSet = { readonly avs: Address; readonly id: bigint };

/** A text that tells operator sets apart, and orders them. */
export const setKey = ({ avs, id }: OperatorSet): string => `${avs}/${id.toString().padStart(10, "0")}`;
