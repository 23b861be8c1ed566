/** An amount in so many parts, the last with what is left over; fewer when it is too small. */
export function pieces(amount: bigint, count: bigint): readonly bigint[] {
  const each = amount / count;
  if (each === 0n) return amount === 0n ? [] : [amount];
  return Array.from({ length: Number(count) }, (_, index) =>
    BigInt(index) === count - 1n ? amount - each * (count - 1n) : each,
  );
}
