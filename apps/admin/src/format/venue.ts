export type Category = "1" | "2" | "3" | "4" | "5" | "6" | "other";

type Venue = { readonly name: string; readonly category: Category };

/** A colour belongs to a venue for good, in every chart. */
const VENUES: Readonly<Record<string, Venue>> = {
  etherfi: { name: "ether.fi", category: "1" },
  eigenlayer: { name: "EigenLayer", category: "2" },
  idle: { name: "Idle", category: "4" },
  lido: { name: "Lido", category: "5" },
};

/** Name and colour of a venue; one that has none yet keeps its id and the colour of the rest. */
export function venue(id: string): Venue {
  return VENUES[id] ?? { name: id, category: "other" };
}
