/** Whether a document has EigenLayer's delays, which no other recording has. */
export function recognisesEigenlayer(document: unknown): boolean {
  const delays = inside(inside(document, "meta"), "delays");
  return inside(delays, "MIN_WITHDRAWAL_DELAY_BLOCKS") !== undefined;
}

function inside(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
