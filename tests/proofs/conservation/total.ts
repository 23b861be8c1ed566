export const total = (values: readonly bigint[]): bigint => values.reduce((sum, each) => sum + each, 0n);
