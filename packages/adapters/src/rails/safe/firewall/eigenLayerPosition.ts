/** The parts of an EigenLayer position's name: `eigenlayer:<asset>@<operator>`, without operator when not delegated. */
export type EigenLayerPosition = { readonly asset: string; readonly operator: string | null };

const PREFIX = "eigenlayer:";

/** Reads the name; one of another venue has no asset of EigenLayer's, so that it fits no strategy. */
export function eigenLayerPosition(position: string): EigenLayerPosition {
  if (!position.startsWith(PREFIX)) return { asset: "", operator: null };
  const [asset = "", ...operator] = position.slice(PREFIX.length).split("@");
  return { asset, operator: operator.length === 0 ? null : operator.join("@") };
}
