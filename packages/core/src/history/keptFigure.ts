/** A figure of one block that later decisions compare with, by the name that its series has in a slice. */
export type KeptFigure = { readonly series: string; readonly value: bigint };
