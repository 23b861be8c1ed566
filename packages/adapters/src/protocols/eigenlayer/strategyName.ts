/** Name in the deployment file of the strategy that holds a token. */
export const strategyName = (token: string): string => `${token}Strategy`;
