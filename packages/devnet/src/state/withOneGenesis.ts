type Dump = {
  readonly blocks?: readonly { readonly header: { readonly number: string; readonly timestamp: string } }[];
};

/**
 * A dump with the chain's own block 0 only. Each start of anvil on a saved chain makes a block 0 of that moment and dumps
 * it with the others in no fixed order; loaded again, whichever comes last would be the genesis block.
 * @param head anvil's dump as JSON; its numbers are small, amounts are text
 * @param timestamp of the chain's own block 0
 */
export function withOneGenesis(head: Buffer, timestamp: number): Buffer {
  const dump = JSON.parse(head.toString("utf8")) as Dump;
  if (!dump.blocks) return head;
  const blocks = dump.blocks.filter(
    ({ header }) => Number(header.number) !== 0 || Number(header.timestamp) === timestamp,
  );
  return blocks.length === dump.blocks.length ? head : Buffer.from(JSON.stringify({ ...dump, blocks }));
}
