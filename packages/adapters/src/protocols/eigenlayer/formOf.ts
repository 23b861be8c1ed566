/** What stands in a position's id between the venue and the operator: `stETH` of `eigenlayer:stETH@0x…`. */
export function formOf(position: string): string {
  const form = position.slice(position.indexOf(":") + 1);
  const at = form.indexOf("@");
  return at === -1 ? form : form.slice(0, at);
}
